import type { Field } from '../../engine/fields/index.js'
import { asObjects } from '../../engine/shapes.js'
import type { Stored } from '../../engine/resource.js'
import type { Language } from '../../engine/text.js'
import { difference } from './difference.js'

type ValueText = (field: Field, value: unknown) => string

/** Which lines came, went and changed, one part for each. A line is known by its id. */
export function describeLines(
  { label, fields = {} }: Field,
  before: unknown,
  after: unknown,
  language: Language,
  text: ValueText,
): string[] {
  const [was, is] = [asObjects(before), asObjects(after)]
  const known = new Map(was.map((line) => [line.id, line]))
  const kept = new Set(is.map(({ id }) => id))
  const shown = (line: Stored) =>
    Object.entries(fields)
      .map(([name, field]) => difference(field.label[language], null, text(field, line[name]), language))
      .filter((part) => part !== null)
      .join(language === 'zh' ? '，' : ', ')
  const words = WORDS[language]
  const at = (line: Stored) => words.line(label[language], Number(line.lineNo))

  return [
    ...is.flatMap((line) => {
      const former = known.get(line.id)
      if (!former) return [`${words.added}${at(line)} (${shown(line)})`]
      const changes = Object.entries(fields).flatMap(([name, field]) => {
        const [old, now] = [text(field, former[name]), text(field, line[name])]
        const part = old === now ? null : difference(field.label[language], old, now, language)
        return part ? [part] : []
      })
      return changes.length > 0 ? [`${at(line)} ${changes.join(language === 'zh' ? '，' : ', ')}`] : []
    }),
    ...was.filter(({ id }) => !kept.has(id)).map((line) => `${words.removed}${at(line)} (${shown(line)})`),
  ]
}

const WORDS = {
  zh: { added: '新增', removed: '删除', line: (label: string, no: number) => `${label}第 ${no} 行` },
  en: { added: 'new ', removed: 'removed ', line: (label: string, no: number) => `${label} line ${no}` },
}
