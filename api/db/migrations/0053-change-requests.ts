import type { ColumnTypes } from '../dialect.js'

/** Requests of customers to change or cancel what is confirmed. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE change_requests (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
   no ${t.text(30)}, kind ${t.text(40)} NOT NULL, status ${t.text(40)} NOT NULL, orderId ${t.int} NOT NULL, customerName ${t.text(100)},
   applicant ${t.text(60)} NOT NULL, reason ${t.text(200)} NOT NULL, impact ${t.long}, grossBefore ${t.int} NOT NULL, requestedBy ${t.int},
   decision ${t.text(200)}, decidedAt ${t.time}, decidedBy ${t.int},
   FOREIGN KEY (orderId) REFERENCES orders (id) ON DELETE RESTRICT) ${t.tail}`,
  `CREATE UNIQUE INDEX change_requests_no ON change_requests (no)`,
  `CREATE INDEX change_requests_status ON change_requests (status)`,
  `CREATE INDEX change_requests_orderId ON change_requests (orderId, status)`,
  `CREATE INDEX change_requests_customerName ON change_requests (customerName)`,
  `CREATE TABLE change_request_rows (${t.id}, parentId ${t.int} NOT NULL, lineNo ${t.int} NOT NULL, part ${t.text(160)} NOT NULL,
   item ${t.text(30)} NOT NULL, was ${t.text(200)}, wanted ${t.text(200)}, effect ${t.text(100)}, isPrice ${t.bool} NOT NULL,
   FOREIGN KEY (parentId) REFERENCES change_requests (id) ON DELETE CASCADE) ${t.tail}`,
  `CREATE INDEX change_request_rows_parentId_lineNo ON change_request_rows (parentId, lineNo)`,
]
