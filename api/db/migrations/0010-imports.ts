import type { ColumnTypes } from '../dialect.js'

/** Imports, the records that each has made, and the mappings that people used. */
export function up(t: ColumnTypes): string[] {
  const record = `${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL`
  const table = (name: string, body: string) => `CREATE TABLE ${name} (${body}) ${t.tail}`
  const index = (name: string, on: string) =>
    `CREATE INDEX ${name}_${on.replace(/\W+/g, '_')} ON ${name} (${on})`

  return [
    table(
      'imports',
      `${record}, target ${t.text(40)} NOT NULL, fileName ${t.text(200)} NOT NULL, status ${t.text(40)} NOT NULL, progress ${t.int} NOT NULL,
       format ${t.text(40)} NOT NULL, encoding ${t.text(40)}, size ${t.int} NOT NULL, sha256 ${t.ascii(64)} NOT NULL, rowCount ${t.int} NOT NULL, headRow ${t.int} NOT NULL,
       recordCount ${t.int}, errorCount ${t.int}, columns ${t.long}, mapping ${t.long}, errors ${t.long}, error ${t.long}, importedBy ${t.int} NOT NULL,
       checkedAt ${t.time}, importedAt ${t.time}, undoneAt ${t.time}, fileId ${t.int}, claimUntil ${t.int}, fence ${t.int} NOT NULL DEFAULT 0,
       FOREIGN KEY (importedBy) REFERENCES users (id) ON DELETE RESTRICT`,
    ),
    index('imports', 'status'),
    index('imports', 'importedBy'),
    // No foreign key: it would lock the import's own row for as long as its transaction lasts.
    table(
      'import_records',
      `importId ${t.int} NOT NULL, recordId ${t.int} NOT NULL, PRIMARY KEY (importId, recordId)`,
    ),
    table(
      'import_mappings',
      `userId ${t.int} NOT NULL, target ${t.ascii(40)} NOT NULL, heads ${t.ascii(64)} NOT NULL, mapping ${t.long} NOT NULL,
       PRIMARY KEY (userId, target, heads), FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE`,
    ),
    // Whether a product is used anywhere is asked for many at once.
    index('order_lines', 'productId'),
    index('shipment_lines', 'productId'),
  ]
}
