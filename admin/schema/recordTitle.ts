import { fieldOf } from './fieldOf'
import { resourceOf } from './schemaStore'
import type { ResourceSchema } from './types'
import { valueAt } from './valueAt'

const textAt = (record: unknown, path: string) => {
  const value = valueAt(record, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Whether records of this type have a name of their own; a balance is only known by what it is the balance of. */
export const hasNames = (resource: ResourceSchema) =>
  fieldOf(resource.fields, resource.title)?.kind === 'text'

/** What a record is called on screen: its title field, or its id as long as it has none (a draft without number). */
export const recordTitle = (resource: string, record: unknown): string => {
  const schema = resourceOf(resource)
  return (schema && hasNames(schema) && textAt(record, schema.title)) || `#${textAt(record, 'id')}`
}

/** Title with the code in front where the record has one: what people type to find it. */
export function recordChoice(resource: string, record: unknown): string {
  const title = recordTitle(resource, record)
  const code = textAt(record, 'code')
  return code && code !== title ? `${code} ${title}` : title
}
