import type { ColumnTypes } from '../dialect.js'

/** Printers that announced themselves to a print server. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE found_printers (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
   name ${t.text(120)} NOT NULL, model ${t.text(120)}, location ${t.text(120)}, uri ${t.text(400)} NOT NULL,
   secureUri ${t.text(400)}, formats ${t.text(800)}, uuid ${t.text(80)}, identity ${t.text(400)} NOT NULL,
   site ${t.text(40)} NOT NULL, server ${t.text(80)}, printerId ${t.int}, lastSeenAt ${t.time} NOT NULL,
   FOREIGN KEY (printerId) REFERENCES printers (id) ON DELETE SET NULL) ${t.tail}`,
  'CREATE UNIQUE INDEX found_printers_device ON found_printers (site, identity)',
]
