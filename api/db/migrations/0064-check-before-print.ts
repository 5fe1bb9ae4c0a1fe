import type { ColumnTypes } from '../dialect.js'

/** Papers that somebody must have looked at before their first print, and who has looked. */
export const up = (t: ColumnTypes): string[] => [
  `ALTER TABLE copy_sets ADD COLUMN checkBeforePrint ${t.bool} NOT NULL DEFAULT 0`,
  `ALTER TABLE documents ADD COLUMN checkBeforePrint ${t.bool} NOT NULL DEFAULT 0`,
  `ALTER TABLE print_jobs ADD COLUMN needsCheck ${t.bool} NOT NULL DEFAULT 0`,
  `ALTER TABLE print_jobs ADD COLUMN checkedAt ${t.time}`,
  `ALTER TABLE print_jobs ADD COLUMN checkedBy ${t.int}`,
  `CREATE TABLE document_looks (documentId ${t.int} NOT NULL, userId ${t.int} NOT NULL, lookedAt ${t.time} NOT NULL,
   PRIMARY KEY (documentId, userId), FOREIGN KEY (documentId) REFERENCES documents (id) ON DELETE CASCADE,
   FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE) ${t.tail}`,
]
