import type { FieldSchema, Text2 } from '../../schema/types'
import { isObject } from '../../schema/valueAt'
import { codecs } from './codecs'
import { fullTime, shortTime, today } from './shanghaiTime'

const RIGHT = new Set(['integer', 'quantity', 'money', 'price', 'rate'])

/** Numbers stand right so that their digits stand under each other. */
export const alignOf = (field: FieldSchema): 'left' | 'right' => (RIGHT.has(field.kind) ? 'right' : 'left')

const shortDate = (date: string) => (date.startsWith(`${today().slice(0, 4)}-`) ? date.slice(5) : date)

const moneyText = (text: string) => (text.startsWith('-') ? `-¥${text.slice(1)}` : `¥${text}`)

/** The label of a choice value; one that nobody has named is shown as the device said it, and as such. */
export const choiceText = (field: FieldSchema, value: unknown, say: (text: Text2) => string): string => {
  const choice = field.choices?.find((candidate) => candidate.value === value)
  if (choice) return say(choice.label)
  const word = String(value)
  return field.open ? say({ zh: `其他（${word}）`, en: `other (${word})` }) : word
}

/** A value in words, as a list cell (`short`) or a page shows it; empty for nothing. References are their ids here. */
export function valueText(
  field: FieldSchema,
  value: unknown,
  say: (text: Text2) => string,
  short = false,
): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value) && field.kind !== 'lines' && field.kind !== 'json')
    return value.map((item) => valueText(field, item, say, short)).join('、')
  switch (field.kind) {
    case 'money':
      return moneyText(codecs.money?.text(value) ?? '')
    case 'choice':
      return choiceText(field, value, say)
    case 'boolean':
      return say(value === true ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' })
    case 'date':
      return short ? shortDate(String(value)) : String(value)
    case 'datetime':
      return short ? shortTime(String(value)) : fullTime(String(value))
    case 'group':
      return groupText(field.fields ?? [], value, say, short)
    case 'lines':
    case 'json':
      return typeof value === 'string' ? value : JSON.stringify(value)
    case 'reference':
      return `#${String(value)}`
    default:
      return codecs[field.kind]?.text(value) ?? String(value)
  }
}

/** Words stand for themselves (an address); numbers say what they count. */
function groupText(
  parts: FieldSchema[],
  value: unknown,
  say: (text: Text2) => string,
  short: boolean,
): string {
  const texts = parts.flatMap((part) => {
    const text = isObject(value) ? valueText(part, value[part.name], say, short) : ''
    if (text === '') return []
    return RIGHT.has(part.kind) ? [`${say(part.label)} ${text}`] : [text]
  })
  return texts.join(parts.some(({ kind }) => RIGHT.has(kind)) ? ' · ' : '  ')
}
