import type { ColumnTypes } from '../dialect.js'

/** Papers that print by themselves, and those that could not. */
export function up(t: ColumnTypes): string[] {
  const record = `${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL`
  const ref = (column: string, to: string) =>
    `FOREIGN KEY (${column}) REFERENCES ${to} (id) ON DELETE RESTRICT`
  return [
    `CREATE TABLE auto_prints (${record}, moment ${t.text(40)} NOT NULL, kind ${t.text(40)} NOT NULL, warehouseId ${t.int},
     scope ${t.text(80)} NOT NULL, ${ref('warehouseId', 'warehouses')}) ${t.tail}`,
    'CREATE UNIQUE INDEX auto_prints_scope ON auto_prints (scope)',
    `CREATE TABLE print_problems (${record}, kind ${t.text(40)} NOT NULL, moment ${t.text(40)} NOT NULL, status ${t.text(40)} NOT NULL,
     message ${t.long}, orderId ${t.int} NOT NULL, shipmentId ${t.int}, documentId ${t.int}, note ${t.text(200)},
     ${ref('orderId', 'orders')}, ${ref('shipmentId', 'shipments')}, ${ref('documentId', 'documents')}) ${t.tail}`,
    'CREATE INDEX print_problems_status ON print_problems (status, id)',
  ]
}
