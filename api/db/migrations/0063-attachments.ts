import type { ColumnTypes } from '../dialect.js'

/** The photo or scan of a signed copy, by the SHA-256 of its bytes. */
export const up = (t: ColumnTypes): string[] => [
  `ALTER TABLE document_copies ADD COLUMN attachment ${t.ascii(64)}`,
]
