import type { ColumnTypes } from '../dialect.js'

/** Pictures for templates; their bytes are in `blobs`. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE images (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
   name ${t.text(40)} NOT NULL, type ${t.ascii(40)} NOT NULL, width ${t.int} NOT NULL, height ${t.int} NOT NULL,
   size ${t.int} NOT NULL, sha256 ${t.ascii(64)} NOT NULL) ${t.tail}`,
  'CREATE UNIQUE INDEX images_name ON images (name)',
]
