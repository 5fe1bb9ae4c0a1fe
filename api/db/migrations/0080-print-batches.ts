import type { ColumnTypes } from '../dialect.js'

/** Papers that are printed together, each in its place. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE print_batches (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
   no ${t.text(30)}, name ${t.text(40)}, status ${t.text(40)} NOT NULL, documents ${t.int} NOT NULL, copies ${t.int} NOT NULL,
   printerIds ${t.long}, refused ${t.long}, hasCover ${t.bool} NOT NULL,
   requestedBy ${t.int}, firstJobId ${t.int}, startedAt ${t.time}, endedAt ${t.time}) ${t.tail}`,
  'CREATE UNIQUE INDEX print_batches_no ON print_batches (no)',
  'CREATE INDEX print_batches_status_id ON print_batches (status, id)',
  'CREATE INDEX print_batches_createdAt ON print_batches (createdAt)',
  `ALTER TABLE print_jobs ADD COLUMN batchId ${t.int}`,
  `ALTER TABLE print_jobs ADD COLUMN batchPlace ${t.int}`,
  'CREATE INDEX print_jobs_batchId_batchPlace ON print_jobs (batchId, batchPlace)',
]
