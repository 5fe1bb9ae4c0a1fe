import type { Field } from '../fields/index.js'
import type { Stored } from '../resource.js'
import type { Language } from '../text.js'
import type { Titles } from '../titles.js'
import { sayer } from './cells.js'

export interface Column {
  /** The field that it shows; `customerId.title` is the name beside the id. */
  name: string
  field: Field
  head: string
  /** The text of a stored record's value. */
  text(record: Stored): string
}

const NUMBER: Field = { kind: 'integer', label: { zh: 'ID', en: 'ID' } }
const TEXT: Field = { kind: 'text', label: { zh: '名称', en: 'Name' } }
const TIME: Field = { kind: 'datetime', label: { zh: '创建时间', en: 'Created' } }

/** What every record has by itself. */
export const ID: [string, Field] = ['id', NUMBER]
export const CREATED: [string, Field] = ['createdAt', TIME]

/** A column per field. `withIds`: a reference has two, its id and its name; else its name alone. */
export function columnsOf(
  fields: readonly [string, Field][],
  language: Language,
  titles: Titles,
  withIds: boolean,
): Column[] {
  return fields.flatMap(([name, field]) => {
    const head = field.label[language]
    const say = sayer(field, language, titles)
    const shown: Column = {
      name,
      field,
      head,
      text: (record) => say(record[name]),
    }
    if (field.kind !== 'reference' || !withIds) return [shown]
    const ids: Column = {
      name,
      field: field.many ? TEXT : NUMBER,
      head: `${head} ID`,
      text: (record) => [record[name] ?? []].flat().join(' '),
    }
    return [ids, { ...shown, name: `${name}.title`, field: TEXT }]
  })
}
