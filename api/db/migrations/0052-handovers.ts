import type { ColumnTypes } from '../dialect.js'

/** Sheets by which goods pass from the warehouse to a carrier. */
export const up = (t: ColumnTypes): string[] => [
  `CREATE TABLE handovers (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
   no ${t.text(30)}, status ${t.text(40)} NOT NULL, warehouseId ${t.int} NOT NULL, carrier ${t.text(60)} NOT NULL, vehicle ${t.text(20)},
   driver ${t.text(40)}, driverPhone ${t.text(40)}, sealNo ${t.text(40)}, packages ${t.int} NOT NULL, weightKg ${t.int}, receivedBy ${t.text(40)},
   discrepancies ${t.long}, cancelReason ${t.text(200)}, issuedAt ${t.time}, handedOverAt ${t.time}, handedOverBy ${t.int},
   FOREIGN KEY (warehouseId) REFERENCES warehouses (id) ON DELETE RESTRICT) ${t.tail}`,
  `CREATE UNIQUE INDEX handovers_no ON handovers (no)`,
  `CREATE INDEX handovers_status ON handovers (status)`,
  `CREATE INDEX handovers_carrier ON handovers (carrier)`,
  `CREATE INDEX handovers_handedOverAt ON handovers (handedOverAt)`,
  `CREATE TABLE handover_lines (${t.id}, parentId ${t.int} NOT NULL, lineNo ${t.int} NOT NULL, shipmentId ${t.int} NOT NULL, shipmentNo ${t.text(30)},
   customerName ${t.text(100)}, destination ${t.text(60)}, waybillNo ${t.text(30)}, packages ${t.int}, weightKg ${t.int},
   FOREIGN KEY (parentId) REFERENCES handovers (id) ON DELETE CASCADE, FOREIGN KEY (shipmentId) REFERENCES shipments (id) ON DELETE RESTRICT) ${t.tail}`,
  `CREATE INDEX handover_lines_parentId_lineNo ON handover_lines (parentId, lineNo)`,
  `CREATE INDEX handover_lines_shipmentId ON handover_lines (shipmentId)`,
]
