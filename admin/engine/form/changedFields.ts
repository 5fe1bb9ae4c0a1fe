import type { FieldSchema } from '../../schema/types'

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The fields in which two states of a record differ. */
export const changedFields = (
  fields: FieldSchema[],
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): FieldSchema[] => fields.filter(({ name }) => name !== 'updatedAt' && !same(before[name], after[name]))
