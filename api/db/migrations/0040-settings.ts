import type { ColumnTypes } from '../dialect.js'

/** What the house sets while it runs, in one row; and which print servers have asked for work, and when last. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE settings (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
   taxIncluded ${t.bool} NOT NULL, payMethod ${t.text(40)} NOT NULL, shipMethod ${t.text(40)} NOT NULL,
   taxRate ${t.int} NOT NULL, confirmWithinDays ${t.int} NOT NULL, sessionIdleHours ${t.int} NOT NULL,
   sessionDays ${t.int} NOT NULL) ${t.tail}`,
  `CREATE TABLE print_servers (keyId ${t.int} NOT NULL, server ${t.text(80)} NOT NULL, site ${t.text(40)},
   seenAt ${t.time} NOT NULL, PRIMARY KEY (keyId, server),
   FOREIGN KEY (keyId) REFERENCES api_keys (id) ON DELETE CASCADE) ${t.tail}`,
]
