import { DataTypes } from 'sequelize'
import { z } from 'zod'
import { wrong, type FieldOptions, type Kind } from './field.js'

export interface IntegerOptions extends FieldOptions {
  min?: number
  max?: number
}

export const integer = <const O extends IntegerOptions>(options: O) => ({
  kind: 'integer' as const,
  ...options,
})

/** An amount of money in integer 分. */
export const money = <const O extends IntegerOptions>(options: O) => ({ kind: 'money' as const, ...options })

/** True or false; stored 1 or 0. */
export const boolean = <const O extends FieldOptions>(options: O) => ({
  kind: 'boolean' as const,
  ...options,
})

function whole(lowest: number, highest: number, zh: string, en: string): Kind {
  return {
    column: () => DataTypes.BIGINT,
    input(field) {
      const [min, max] = [Number(field.min ?? lowest), Number(field.max ?? highest)]
      return z
        .union([z.number(), z.string().regex(/^-?\d{1,16}$/, wrong(zh, en))], { error: () => wrong(zh, en) })
        .transform(Number)
        .refine(Number.isSafeInteger, wrong(zh, en))
        .refine(
          (value) => value >= min && value <= max,
          wrong(`应在 ${min} 到 ${max} 之间。`, `It must be between ${min} and ${max}.`),
        )
    },
    load: Number,
    operators: ['eq', 'in', 'gte', 'lte'],
    jsonSchema: () => ({ type: 'integer' }),
  }
}

export const integerKind = whole(-1e9, 1e9, '请填写整数。', 'Please enter a whole number.')
export const moneyKind = whole(
  -1e14,
  1e14,
  '请填写以分为单位的整数金额。',
  'Please enter the amount as a whole number of fen.',
)

export const booleanKind: Kind = {
  column: () => DataTypes.BOOLEAN,
  input: () => z.boolean({ error: () => wrong('只能填 true 或 false。', 'It must be true or false.') }),
  load: Boolean,
  save: Boolean,
  operators: ['eq'],
  jsonSchema: () => ({ type: 'boolean' }),
}
