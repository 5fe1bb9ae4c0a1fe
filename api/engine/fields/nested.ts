import { DataTypes } from 'sequelize'
import { z } from 'zod'
import { wrong, type FieldOptions, type Fields, type Kind } from './field.js'
import { parseJson } from '../shapes.js'

export interface LinesOptions<F extends Fields> extends FieldOptions {
  /** The table that holds the lines; its column `parentId` points to the record. */
  table: string
  fields: F
  min?: number
  max?: number
  /** The columns that the console shows, in order; all of them where it is not said. */
  grid?: readonly (keyof F & string)[]
}

/** Owned lines, edited in the parent's form and sent whole; a line keeps its `id`. */
export const lines = <const F extends Fields, const O extends LinesOptions<F>>(
  options: O & LinesOptions<F>,
) => ({
  kind: 'lines' as const,
  ...options,
})

export interface GroupOptions<F extends Fields> extends FieldOptions {
  fields: F
}

/** A small object of its own fields, e.g. an address; kept as JSON in one column. */
export const group = <const F extends Fields, const O extends GroupOptions<F>>(
  options: O & GroupOptions<F>,
) => ({
  kind: 'group' as const,
  ...options,
})

/** Any JSON, written by the system only. */
export const json = <const O extends FieldOptions>(options: O) => ({ kind: 'json' as const, ...options })

const loadJson = (value: unknown): unknown => (typeof value === 'string' ? parseJson(value) : value)

export const linesKind: Kind = {
  column: () => null,
  input: (field, parse) =>
    z
      .array(parse(field.fields ?? {}), {
        error: () => wrong('请填写明细行。', 'Please give a list of lines.'),
      })
      .min(Number(field.min ?? 0), wrong('至少要有一行明细。', 'At least one line is needed.'))
      .max(
        Number(field.max ?? 1000),
        wrong(`最多 ${field.max ?? 1000} 行。`, `At most ${field.max ?? 1000} lines.`),
      ),
  operators: [],
  jsonSchema: (field, nested) => ({ type: 'array', items: nested(field.fields ?? {}) }),
}

export const groupKind: Kind = {
  column: () => DataTypes.TEXT,
  input: (field, parse) => parse(field.fields ?? {}),
  load: loadJson,
  save: (value) => JSON.stringify(value),
  operators: [],
  jsonSchema: (field, nested) => nested(field.fields ?? {}),
}

export const jsonKind: Kind = {
  column: () => DataTypes.TEXT('long'),
  input: () => z.json(),
  load: loadJson,
  save: (value) => JSON.stringify(value),
  operators: [],
  jsonSchema: () => ({}),
}
