import type { ColumnTypes } from '../dialect.js'

/** Which papers go to which printer, and jobs that print a part of a paper. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE print_rules (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
   kind ${t.text(40)} NOT NULL, warehouseId ${t.int}, copyNo ${t.int}, printerId ${t.int}, tray ${t.text(60)}, copySetId ${t.int},
   scope ${t.text(80)} NOT NULL,
   FOREIGN KEY (warehouseId) REFERENCES warehouses (id) ON DELETE RESTRICT,
   FOREIGN KEY (printerId) REFERENCES printers (id) ON DELETE RESTRICT,
   FOREIGN KEY (copySetId) REFERENCES copy_sets (id) ON DELETE RESTRICT) ${t.tail}`,
  'CREATE UNIQUE INDEX print_rules_scope ON print_rules (scope)',
  'CREATE INDEX print_rules_kind ON print_rules (kind)',
  `ALTER TABLE print_jobs ADD COLUMN tray ${t.text(60)}`,
  `ALTER TABLE print_jobs ADD COLUMN isPart ${t.bool} NOT NULL DEFAULT 0`,
]
