import type { Identifier } from 'react-admin'
import { isObject } from './valueAt'

/** A record as the console knows it: an id, and whatever the schema says is in it. */
export interface Row extends Record<string, unknown> {
  id: Identifier
}

export const isId = (value: unknown): value is Identifier =>
  typeof value === 'number' || typeof value === 'string'

export const isRow = (value: unknown): value is Row => isObject(value) && isId(value.id)
