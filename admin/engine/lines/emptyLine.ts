import type { FieldSchema } from '../../schema/types'

/** Nobody has typed anything there. */
export const isBlank = (value: unknown) => value === null || value === undefined || value === ''

/** A new line: every field there, so that nothing of an older line at this place shows through. */
export const newLine = (fields: FieldSchema[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.name, field.default ?? null]))

/** A line in which nobody has typed anything. */
export const isEmptyLine = (fields: FieldSchema[], line: Record<string, unknown>): boolean =>
  fields.every(
    ({ name, default: initial, readOnly }) => readOnly || isBlank(line[name]) || line[name] === initial,
  )
