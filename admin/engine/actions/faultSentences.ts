import type { FieldSchema, Text2 } from '../../schema/types'
import { fieldOf } from '../../schema/fieldOf'
import { isObject } from '../../schema/valueAt'

type Say = (text: Text2) => string

/** What is wrong with one line, in a sentence. */
export const lineFault = (fields: FieldSchema[], errors: unknown, say: Say): string =>
  isObject(errors)
    ? Object.entries(errors)
        .map(([name, text]) => `${label(fields, name, say)}${String(text)}`)
        .join('；')
    : ''

const label = (fields: FieldSchema[], name: string, say: Say) => {
  const field = fieldOf(fields, name)
  return field ? `${say(field.label)}：` : ''
}

/** The `errors` of a refusal as sentences, for places that show no form. */
export function faultSentences(fields: FieldSchema[], errors: Record<string, unknown>, say: Say): string[] {
  return Object.entries(errors).flatMap(([name, fault]) => {
    if (name === 'root') return []
    const field = fieldOf(fields, name)
    if (typeof fault === 'string') return [`${label(fields, name, say)}${fault}`]
    if (Array.isArray(fault)) {
      return fault.flatMap((line: unknown, index) => {
        const text = lineFault(field?.fields ?? [], line, say)
        return text ? [`${say({ zh: `第 ${index + 1} 行`, en: `Line ${index + 1}` })} ${text}`] : []
      })
    }
    return isObject(fault) ? faultSentences(field?.fields ?? [], fault, say) : []
  })
}
