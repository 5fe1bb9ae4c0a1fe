import type { ColumnTypes } from '../dialect.js'

/** What a person has arranged on screen: columns, saved filters, pages put away. No record of the business. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE preferences (userId ${t.int} NOT NULL, name ${t.ascii(100)} NOT NULL, value ${t.long} NOT NULL,
   updatedAt ${t.time} NOT NULL, PRIMARY KEY (userId, name),
   FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE) ${t.tail}`,
]
