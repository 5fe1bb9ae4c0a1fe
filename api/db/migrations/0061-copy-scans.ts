import type { ColumnTypes } from '../dialect.js'

/** Who scanned which paper where; and copy sets that demand a scan before the goods leave. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE copy_scans (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
   code ${t.text(60)} NOT NULL, outcome ${t.text(40)} NOT NULL, place ${t.text(40)} NOT NULL, message ${t.long},
   copyId ${t.int} NOT NULL, documentId ${t.int} NOT NULL, shipmentId ${t.int}, scannedBy ${t.int},
   FOREIGN KEY (copyId) REFERENCES document_copies (id) ON DELETE RESTRICT,
   FOREIGN KEY (documentId) REFERENCES documents (id) ON DELETE RESTRICT,
   FOREIGN KEY (shipmentId) REFERENCES shipments (id) ON DELETE RESTRICT) ${t.tail}`,
  'CREATE INDEX copy_scans_code ON copy_scans (code)',
  'CREATE INDEX copy_scans_documentId ON copy_scans (documentId)',
  'CREATE INDEX copy_scans_shipmentId ON copy_scans (shipmentId, id)',
  `ALTER TABLE copy_sets ADD COLUMN scanBeforeDispatch ${t.bool} NOT NULL DEFAULT 0`,
  `ALTER TABLE documents ADD COLUMN scanBeforeDispatch ${t.bool} NOT NULL DEFAULT 0`,
]
