import type { Identifier } from 'react-admin'

/** A record as the console knows it: an id, and whatever the schema says is in it. */
export interface Row extends Record<string, unknown> {
  id: Identifier
}
