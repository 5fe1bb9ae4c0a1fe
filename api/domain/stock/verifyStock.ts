import type { Database } from '../../db/database.js'
import { formatDecimal } from '../../engine/decimal.js'

/** Every balance that is not the sum of its moves, or whose reserved stock is not the sum of its reservations. */
export async function verifyStock(db: Database): Promise<string[]> {
  const rows = await db.select(
    `SELECT b.productId, b.warehouseId, b.quality, b.onHand, b.reserved,
       COALESCE((SELECT SUM(m.quantity) FROM stock_moves m
         WHERE m.productId = b.productId AND m.warehouseId = b.warehouseId AND m.quality = b.quality), 0) AS moved,
       CASE WHEN b.quality = 'good' THEN COALESCE((SELECT SUM(r.quantity) FROM reservations r
         WHERE r.productId = b.productId AND r.warehouseId = b.warehouseId AND r.status = 'active'), 0) ELSE 0 END AS held
     FROM stock_balances b`,
  )
  const text = (value: unknown) => formatDecimal(Number(value), 4)
  return rows.flatMap((row) => {
    const where = `Product ${String(row.productId)} in warehouse ${String(row.warehouseId)} (${String(row.quality)})`
    return [
      ...(Number(row.onHand) === Number(row.moved)
        ? []
        : [`${where}: ${text(row.onHand)} on hand, but its moves add up to ${text(row.moved)}.`]),
      ...(Number(row.reserved) === Number(row.held)
        ? []
        : [`${where}: ${text(row.reserved)} reserved, but its reservations add up to ${text(row.held)}.`]),
    ]
  })
}
