import { fieldOf } from '../../schema/fieldOf'
import type { FieldSchema, ResourceSchema } from '../../schema/types'

export interface ActiveFilter {
  key: string
  field: FieldSchema
  operator: 'eq' | 'gte' | 'lte'
  value: unknown
}

const OPERATOR = /_(gte|lte)$/

/** The filters on a list that a person can take away one by one: all but free search and the tab. */
export function activeFilters(resource: ResourceSchema, values: Record<string, unknown>): ActiveFilter[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const suffix = OPERATOR.exec(key)?.[1]
    const field = fieldOf(resource.fields, key.replace(OPERATOR, ''))
    if (!field || (key === resource.tabs && !Array.isArray(value))) return []
    return [{ key, field, operator: suffix === 'gte' || suffix === 'lte' ? suffix : 'eq', value }]
  })
}
