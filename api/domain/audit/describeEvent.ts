import { cellText } from '../../engine/export/cells.js'
import type { Field, Fields } from '../../engine/fields/index.js'
import { asObject } from '../../engine/shapes.js'
import type { Stored } from '../../engine/resource.js'
import { say, type Language, type Text2 } from '../../engine/text.js'
import type { Titles } from '../../engine/titles.js'
import { describeLines } from './describeLines.js'
import { difference } from './difference.js'

/** Parts and characters past which a description only says that there is more: the payload holds all. */
const MOST_PARTS = 40
const MOST_IN_PART = 200

/** What events hold that is no field of a record. */
const others: Record<string, Text2> = {
  username: say('登录名', 'User name'),
  address: say('地址', 'Address'),
  format: say('格式', 'Format'),
  filter: say('筛选', 'Filter'),
  sort: say('排序', 'Sort'),
  sha256: say('指纹', 'Hash'),
}

/**
 * What an event changed, in words: each field with its value before and after. References are named as far as
 * their names were loaded.
 */
export function describeEvent(
  event: { before: unknown; after: unknown; note?: unknown },
  fields: Fields,
  titles: Titles,
): Text2 {
  const inLanguage = (language: Language) => {
    const parts = describe(event, fields, language, titles)
    const more = parts.length > MOST_PARTS ? [say('……', '…')[language]] : []
    return [...parts.slice(0, MOST_PARTS), ...more, ...noteOf(event.note, language)].join(
      language === 'zh' ? '；' : '; ',
    )
  }
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}

function describe(
  { before, after }: { before: unknown; after: unknown },
  fields: Fields,
  language: Language,
  titles: Titles,
): string[] {
  const [was, is] = [asObject(before), asObject(after)]
  const present = new Set([...Object.keys(was), ...Object.keys(is)])
  const inOrder = [...Object.keys(fields), ...present].filter((name) => present.has(name))
  return [...new Set(inOrder)].flatMap((name) => {
    const field = fields[name]
    if (field?.kind === 'lines')
      return describeLines(field, was[name], is[name], language, (one, value) =>
        valueText(one, value, language, titles),
      )
    const text = (record: Stored) => clipped(valueText(field, record[name], language, titles))
    const label = (field?.label ?? others[name])?.[language] ?? name
    const part = difference(
      label,
      before == null ? null : text(was),
      after == null ? null : text(is),
      language,
    )
    return part ? [part] : []
  })
}

function valueText(field: Field | undefined, value: unknown, language: Language, titles: Titles): string {
  if (value == null) return ''
  if (field?.kind === 'sentence') return String(asObject(value)[language] ?? '')
  if (field?.kind === 'hash') return String(value).slice(0, 12)
  if (field?.kind === 'reference')
    return [value]
      .flat()
      .map((id) => titles(String(field.reference), Number(id)) ?? `#${String(id)}`)
      .join(' ')
  if (!field || field.kind === 'json') return typeof value === 'string' ? value : JSON.stringify(value)
  return cellText(field, value, language, titles)
}

const clipped = (text: string): string =>
  text.length > MOST_IN_PART ? `${text.slice(0, MOST_IN_PART)}…` : text

function noteOf(note: unknown, language: Language): string[] {
  const text = asObject(note)[language]
  return typeof text === 'string' && text !== '' ? [text] : []
}
