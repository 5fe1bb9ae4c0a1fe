import type { ColumnTypes } from '../dialect.js'

/** How the copies of a batch lie in the pile. */
export const up = (t: ColumnTypes): string[] => [
  `ALTER TABLE copy_sets ADD COLUMN collation ${t.text(40)} NOT NULL DEFAULT 'document'`,
  `ALTER TABLE print_batches ADD COLUMN collation ${t.text(40)}`,
]
