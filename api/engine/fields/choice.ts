import { DataTypes } from 'sequelize'
import { z } from 'zod'
import { wrong, type ChoiceValue, type Field, type FieldOptions, type Kind } from './field.js'
import { parseJson } from '../shapes.js'

export interface ChoiceOptions extends FieldOptions {
  choices: Record<string, ChoiceValue>
  /** An array of values. */
  many?: boolean
  /** Other values may occur too (a printer's own words); `choices` only gives the known ones their label. */
  open?: boolean
}

/** One of a few kebab-case values, labelled in the schema. */
export const choice = <const O extends ChoiceOptions>(options: O) => ({ kind: 'choice' as const, ...options })

function one(field: Field) {
  const values = Object.keys(field.choices ?? {})
  const labels = Object.values(field.choices ?? {})
  const text = wrong(
    `请从中选择：${labels.map((c) => c.label.zh).join('、')}。`,
    `Choose one of: ${values.join(', ')}.`,
  )
  return z.string({ error: () => text }).refine((value) => field.open || values.includes(value), text)
}

export const choiceKind: Kind = {
  column: (field) => (field.many ? DataTypes.TEXT : DataTypes.STRING(40)),
  input: (field) =>
    field.many
      ? z.array(one(field), { error: () => wrong('请填写一个列表。', 'Please give a list.') }).max(50)
      : one(field),
  load: (value, field) => (field.many && typeof value === 'string' ? parseJson(value) : value),
  save: (value) => (Array.isArray(value) ? JSON.stringify(value) : value),
  operators: ['eq', 'in'],
  jsonSchema(field) {
    const value = field.open ? { type: 'string' } : { type: 'string', enum: Object.keys(field.choices ?? {}) }
    return field.many ? { type: 'array', items: value } : value
  },
}
