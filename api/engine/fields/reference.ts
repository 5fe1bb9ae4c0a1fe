import { DataTypes } from 'sequelize'
import { z } from 'zod'
import { wrong, type FieldOptions, type Kind } from './field.js'
import { parseJson } from '../shapes.js'

export interface ReferenceOptions extends FieldOptions {
  /** An array of ids. */
  many?: boolean
}

/** The id of a record of another resource. */
export const reference = <const R extends string, const O extends ReferenceOptions>(
  resource: R,
  options: O,
) => ({
  kind: 'reference' as const,
  reference: resource,
  ...options,
})

const NO_RECORD = wrong('请选择一条记录。', 'Please choose a record.')

const id = () =>
  z
    .union([z.number(), z.string().regex(/^\d{1,16}$/, NO_RECORD)], { error: () => NO_RECORD })
    .transform(Number)
    .refine((value) => Number.isSafeInteger(value) && value > 0, NO_RECORD)

export const referenceKind: Kind = {
  column: (field) => (field.many ? DataTypes.TEXT : DataTypes.BIGINT),
  input: (field) => (field.many ? z.array(id()).max(1000) : id()),
  load: (value, field) => (field.many && typeof value === 'string' ? parseJson(value) : Number(value)),
  save: (value) => (Array.isArray(value) ? JSON.stringify(value) : value),
  operators: ['eq', 'in'],
  jsonSchema: (field) =>
    field.many ? { type: 'array', items: { type: 'integer' } } : { type: 'integer', minimum: 1 },
}
