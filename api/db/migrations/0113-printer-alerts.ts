import type { ColumnTypes } from '../dialect.js'

/** Printers that somebody should go to, since when each keeps papers waiting, and how long that may last. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE printer_alerts (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
   printerId ${t.int} NOT NULL, kind ${t.text(40)} NOT NULL, status ${t.text(40)} NOT NULL, reasons ${t.long},
   detail ${t.text(200)}, since ${t.time} NOT NULL, until ${t.time}, seenBy ${t.int}, seenAt ${t.time},
   FOREIGN KEY (printerId) REFERENCES printers (id) ON DELETE CASCADE,
   FOREIGN KEY (seenBy) REFERENCES users (id) ON DELETE RESTRICT) ${t.tail}`,
  'CREATE INDEX printer_alerts_printer ON printer_alerts (printerId, status)',
  'CREATE INDEX printer_alerts_status ON printer_alerts (status)',
  `ALTER TABLE printers ADD COLUMN waitingSince ${t.time}`,
  `ALTER TABLE settings ADD COLUMN printerAlertMinutes ${t.int} NOT NULL DEFAULT 10`,
]
