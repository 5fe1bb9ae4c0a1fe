import type { FieldSchema } from './types'

/** Finds a field by its path; `shipTo.name` looks into a group. */
export function fieldOf(fields: FieldSchema[], path: string): FieldSchema | undefined {
  const [head, ...rest] = path.split('.')
  const field = fields.find((candidate) => candidate.name === head)
  return rest.length === 0 || !field ? field : fieldOf(field.fields ?? [], rest.join('.'))
}

/** The fields named, in that order; names that this person may not read are left out. */
export const fieldsOf = (fields: FieldSchema[], paths: string[]): { path: string; field: FieldSchema }[] =>
  paths.flatMap((path) => {
    const field = fieldOf(fields, path)
    return field ? [{ path, field }] : []
  })
