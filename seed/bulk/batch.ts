import type { Database, Tx } from '../../api/db/database.js'
import { insertRows, type BulkRow } from './insertRows.js'

const record = ['id', 'version', 'createdAt', 'updatedAt']
const line = ['id', 'parentId', 'lineNo']

/** The columns that are filled, per table; parents before those that name them. */
const columns = {
  orders: [
    ...record,
    ...['no', 'status', 'fulfilment', 'customerId', 'customerName', 'warehouseId', 'channel', 'receivedAt'],
    ...['requestedDate', 'payMethod', 'shipMethod', 'urgency', 'shipTo', 'taxIncluded'],
    ...['netAmount', 'taxAmount', 'grossAmount', 'cancelReason', 'enteredAt', 'enteredBy'],
    ...[
      'submittedAt',
      'submittedBy',
      'confirmedAt',
      'confirmedBy',
      'cancelledAt',
      'cancelledBy',
      'completedAt',
    ],
  ],
  order_lines: [
    ...line,
    ...['productId', 'productCode', 'name', 'spec', 'unit', 'quantity', 'unitPrice', 'taxRate'],
    ...['netAmount', 'taxAmount', 'grossAmount', 'reservedQuantity', 'shippedQuantity'],
  ],
  shipments: [
    ...record,
    ...['no', 'orderId', 'customerName', 'warehouseId', 'status', 'carrier'],
    ...['issuedAt', 'dispatchedAt', 'dispatchedBy', 'deliveredAt'],
  ],
  shipment_lines: [...line, 'orderLineId', 'productId', 'name', 'spec', 'unit', 'quantity'],
  reservations: [
    ...record,
    ...['orderId', 'orderLineId', 'shipmentId', 'productId', 'warehouseId', 'quantity', 'status'],
  ],
  stock_moves: [
    ...record,
    ...['type', 'productId', 'warehouseId', 'quality', 'quantity', 'balanceAfter', 'source', 'movedBy'],
  ],
}

export type BulkTable = keyof typeof columns
export const bulkTables: readonly BulkTable[] = [
  ...(['orders', 'order_lines', 'shipments', 'shipment_lines', 'reservations', 'stock_moves'] as const),
]

/** Rows on their way into the database, with the ids that they will have. */
export class Batch {
  private readonly rows = new Map<BulkTable, BulkRow[]>(bulkTables.map((table) => [table, []]))
  private readonly lastIds = new Map<BulkTable, number>()

  /** Ids go on where each table ends, so nobody else may write into these tables meanwhile. */
  static async after(db: Database): Promise<Batch> {
    const batch = new Batch()
    for (const table of bulkTables) {
      const [row] = await db.select(`SELECT MAX(id) AS id FROM ${table}`)
      batch.lastIds.set(table, Number(row?.id ?? 0))
    }
    return batch
  }

  nextId(table: BulkTable): number {
    const id = (this.lastIds.get(table) ?? 0) + 1
    this.lastIds.set(table, id)
    return id
  }

  add(table: BulkTable, row: BulkRow): void {
    this.rows.get(table)?.push(row)
  }

  async store(db: Database, tx: Tx): Promise<void> {
    for (const table of bulkTables)
      await insertRows(db, tx, table, columns[table], this.rows.get(table) ?? [])
  }

  /** Lets go of what has been committed. */
  forget(): void {
    for (const table of bulkTables) this.rows.set(table, [])
  }
}
