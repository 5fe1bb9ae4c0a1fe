import type { Database } from '../../db/database.js'

/** So many are named in the filter of one list. */
const MOST = 200

/**
 * The submitted orders that could not be confirmed now: of some product they want more than is available where they
 * would ship from. Walks over the submitted orders by their index, and over nothing else.
 */
export async function shortOrders(db: Database): Promise<number[]> {
  const rows = await db.select(
    `SELECT DISTINCT wanted.orderId AS id FROM (
       SELECT o.id AS orderId, l.productId, SUM(l.quantity) AS quantity,
         COALESCE(o.warehouseId, (SELECT MIN(w.id) FROM warehouses w WHERE w.isDefault = 1)) AS warehouseId
       FROM orders o JOIN order_lines l ON l.parentId = o.id
       WHERE o.status = 'submitted' GROUP BY o.id, o.warehouseId, l.productId) AS wanted
     LEFT JOIN stock_balances b
       ON b.productId = wanted.productId AND b.warehouseId = wanted.warehouseId AND b.quality = 'good'
     WHERE wanted.quantity > COALESCE(b.onHand - b.reserved, 0)
     ORDER BY id LIMIT ${MOST}`,
  )
  return rows.map((row) => Number(row.id))
}
