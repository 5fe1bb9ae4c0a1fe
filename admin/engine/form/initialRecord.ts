import type { FieldSchema } from '../../schema/types'
import { newLine } from '../lines/emptyLine'

/** What a form for a new record starts with: the declared defaults, groups as objects, one empty line. */
export const initialRecord = (fields: FieldSchema[]): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter((field) => !field.readOnly)
      .map((field) => {
        if (field.kind === 'group') return [field.name, initialRecord(field.fields ?? [])]
        if (field.kind === 'lines') return [field.name, field.default ?? [newLine(field.fields ?? [])]]
        return [field.name, field.default ?? (field.kind === 'boolean' ? false : null)]
      }),
  )
