import type { DataType } from 'sequelize'
import type { ZodType } from 'zod'
import type { Text2 } from '../text.js'
import type { Access, Where } from '../access.js'

/** What every field of every kind may say. All of it is plain data. */
export interface FieldOptions {
  label: Text2
  help?: Text2
  /** Must be present and not empty; also: never null when read. */
  required?: boolean
  /** Only the system writes it. */
  readOnly?: boolean
  /** Once written it stays, e.g. the product of a stock move. */
  fixed?: boolean
  /** Who may read it; everybody who may read the record when absent. */
  readBy?: Access
  /** Who may write it; everybody who may write the record when absent. */
  writeBy?: Access
  writableWhen?: Where
  /** Taken by one record only. */
  unique?: boolean
  /** Has a database index: lists may sort by it at any size. */
  index?: boolean
  /** As the API speaks it. */
  default?: string | number | boolean | readonly string[]
  /** `column`: the database computes it. `record`: the resource's `derive` computes it from the whole record. */
  derived?: 'column' | 'record'
  /** Goes in, never comes out: passwords. */
  secret?: boolean
  /** Suggested column width in px. */
  width?: number
}

export interface ChoiceValue {
  label: Text2
  tone?: 'neutral' | 'info' | 'success' | 'warning' | 'error'
}

export interface Field extends FieldOptions {
  kind: KindName
  max?: number | string
  min?: number | string
  choices?: Record<string, ChoiceValue>
  many?: boolean
  open?: boolean
  future?: boolean
  reference?: string
  table?: string
  fields?: Fields
  grid?: readonly string[]
}

export type Fields = Record<string, Field>

export type KindName =
  | 'text'
  | 'longtext'
  | 'integer'
  | 'quantity'
  | 'money'
  | 'price'
  | 'rate'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'choice'
  | 'reference'
  | 'lines'
  | 'group'
  | 'json'
  | 'hash'
  | 'sentence'

export type Operator = 'eq' | 'in' | 'gte' | 'lte'

/** How a kind of field behaves everywhere. Stored: as the record holds it in the server; JSON: as the API speaks it. */
export interface Kind {
  /** The column, or null when the kind has none in the record's own table. */
  column(field: Field): DataType | null
  /** Parses JSON into the stored value; messages are made with `wrong`. Null and absence are handled outside. */
  input(field: Field, parse: (fields: Fields) => ZodType): ZodType
  /** Database value → stored value, where they differ. */
  load?: (value: unknown, field: Field) => unknown
  /** Stored value → database value, where they differ. */
  save?: (value: unknown) => unknown
  /** Stored value → JSON, where they differ. */
  output?: (value: unknown) => unknown
  operators: readonly Operator[]
  /** A JSON Schema of the value as the API speaks it. */
  jsonSchema(field: Field, nested: (fields: Fields) => object): object
}

/** Packs both languages into the one string that zod carries. */
export const wrong = (zh: string, en: string): string => JSON.stringify({ zh, en })
