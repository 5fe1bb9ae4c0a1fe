import { DataTypes } from 'sequelize'
import { z } from 'zod'
import { wrong, type FieldOptions, type Kind } from './field.js'

export interface TextOptions extends FieldOptions {
  /** Most characters; 200 when absent. */
  max?: number
}

/** One line of text, trimmed. */
export const text = <const O extends TextOptions>(options: O) => ({ kind: 'text' as const, ...options })

/** Text of several lines; not sorted, not filtered. */
export const longtext = <const O extends TextOptions>(options: O) => ({
  kind: 'longtext' as const,
  ...options,
})

// eslint-disable-next-line no-control-regex -- these very characters are what must not reach paper
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const BREAK = /[\r\n\t]/

function input(most: number, lines: boolean) {
  return z
    .string({ error: () => wrong('请填写文字。', 'Please enter text.') })
    .transform((value) => value.trim())
    .refine((value) => value.length <= most, wrong(`最多 ${most} 个字。`, `At most ${most} characters.`))
    .refine(
      (value) => !CONTROL.test(value) && (lines || !BREAK.test(value)),
      wrong('含有不可见的控制字符，请删去。', 'It holds invisible control characters; please remove them.'),
    )
}

export const textKind: Kind = {
  column: (field) => DataTypes.STRING(Number(field.max ?? 200)),
  input: (field) => input(Number(field.max ?? 200), false),
  operators: ['eq', 'in'],
  jsonSchema: (field) => ({ type: 'string', maxLength: Number(field.max ?? 200) }),
}

export const longtextKind: Kind = {
  column: () => DataTypes.TEXT,
  input: (field) => input(Number(field.max ?? 5000), true),
  operators: [],
  jsonSchema: (field) => ({ type: 'string', maxLength: Number(field.max ?? 5000) }),
}
