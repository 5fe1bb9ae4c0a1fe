import { DataTypes } from 'sequelize'
import { z } from 'zod'
import { isDay } from '../day.js'
import { wrong, type FieldOptions, type Kind } from './field.js'

/** An Asia/Shanghai day, `YYYY-MM-DD`. */
export const date = <const O extends FieldOptions>(options: O) => ({ kind: 'date' as const, ...options })

/**
 * An instant, stored and spoken as ISO 8601 in UTC with milliseconds: the text sorts as time does. `future`: what lies
 * in the past is refused.
 */
export const datetime = <const O extends FieldOptions & { future?: boolean }>(options: O) => ({
  kind: 'datetime' as const,
  ...options,
})

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

export const dateKind: Kind = {
  column: () => DataTypes.STRING(10),
  input: () =>
    z
      .string({
        error: () => wrong('请填写日期，如 2026-11-23。', 'Please enter a date such as 2026-11-23.'),
      })
      .refine(isDay, wrong('请填写日期，如 2026-11-23。', 'Please enter a date such as 2026-11-23.')),
  operators: ['eq', 'gte', 'lte'],
  jsonSchema: () => ({ type: 'string', format: 'date' }),
}

export const datetimeKind: Kind = {
  column: () => DataTypes.STRING(24),
  input: ({ future }) =>
    z
      .string({ error: () => wrong('请填写时间。', 'Please enter a time.') })
      .refine(
        (value) => ISO.test(value) && !Number.isNaN(Date.parse(value)),
        wrong('时间应写作 2026-11-23T08:30:00Z。', 'Write the time as 2026-11-23T08:30:00Z.'),
      )
      .transform((value) => new Date(value).toISOString())
      // A zone can push a year out of four digits, and out of the column.
      .refine((value) => ISO.test(value), wrong('年份不对。', 'That year cannot be.'))
      .refine(
        (value) => !future || Date.parse(value) > Date.now(),
        wrong('这个时间已经过去，请选一个以后的时间。', 'That time has passed; choose a later one.'),
      ),
  operators: ['gte', 'lte'],
  jsonSchema: () => ({ type: 'string', format: 'date-time' }),
}
