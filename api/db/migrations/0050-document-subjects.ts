import type { ColumnTypes } from '../dialect.js'

/** A document is about any record, no longer only about an order or its shipment. */
export const up = (t: ColumnTypes): string[] => [
  `ALTER TABLE documents ADD COLUMN subject ${t.text(40)} NOT NULL DEFAULT ''`,
  `ALTER TABLE documents ADD COLUMN subjectId ${t.int} NOT NULL DEFAULT 0`,
  `UPDATE documents SET subject = CASE WHEN shipmentId IS NULL THEN 'orders' ELSE 'shipments' END,
   subjectId = COALESCE(shipmentId, orderId, 0)`,
  `CREATE INDEX documents_subject_subjectId_kind ON documents (subject, subjectId, kind)`,
]
