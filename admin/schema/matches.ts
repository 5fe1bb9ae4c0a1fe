import type { Where } from './types'
import { valueAt } from './valueAt'

/** Whether a record satisfies a published condition: every named field has one of the listed values. */
export const matches = (where: Where | undefined, record: unknown): boolean =>
  Object.entries(where ?? {}).every(([path, allowed]) => {
    const value = valueAt(record, path) ?? null
    return allowed.some((candidate) => candidate === value)
  })
