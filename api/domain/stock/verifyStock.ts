import type { Database, Row, Tx } from '../../db/database.js'
import { formatDecimal } from '../../engine/decimal.js'

/** Every balance that is not the sum of its moves, or whose reserved stock is not the sum of its reservations. */
export async function verifyStock(db: Database, tx?: Tx): Promise<string[]> {
  const rows = await db.select(
    `SELECT b.productId, b.warehouseId, b.quality, b.onHand, b.reserved,
       COALESCE((SELECT SUM(m.quantity) FROM stock_moves m
         WHERE m.productId = b.productId AND m.warehouseId = b.warehouseId AND m.quality = b.quality), 0) AS moved,
       CASE WHEN b.quality = 'good' THEN COALESCE((SELECT SUM(r.quantity) FROM reservations r
         WHERE r.productId = b.productId AND r.warehouseId = b.warehouseId AND r.status = 'active'), 0) ELSE 0 END AS held
     FROM stock_balances b`,
    [],
    tx,
  )
  const unbalanced = rows.flatMap((row) => {
    const where = placeOf(row)
    return [
      ...(Number(row.onHand) === Number(row.moved)
        ? []
        : [`${where}: ${text(row.onHand)} on hand, but its moves add up to ${text(row.moved)}.`]),
      ...(Number(row.reserved) === Number(row.held)
        ? []
        : [`${where}: ${text(row.reserved)} reserved, but its reservations add up to ${text(row.held)}.`]),
    ]
  })
  return [...unbalanced, ...(await withoutBalance(db))]
}

/** Moves and reservations of stock that has no balance at all. */
async function withoutBalance(db: Database): Promise<string[]> {
  const sums = (from: string, quality: string, only: string) =>
    db.select(
      `SELECT s.productId, s.warehouseId, ${quality} AS quality, SUM(s.quantity) AS total FROM ${from} s
         LEFT JOIN stock_balances b ON b.productId = s.productId AND b.warehouseId = s.warehouseId AND b.quality = ${quality}
       WHERE b.id IS NULL ${only} GROUP BY s.productId, s.warehouseId, ${quality}`,
    )
  const moved = await sums('stock_moves', 's.quality', '')
  const held = await sums('reservations', "'good'", "AND s.status = 'active'")
  return [
    ...moved.map((row) => `${placeOf(row)}: no balance, but its moves add up to ${text(row.total)}.`),
    ...held.map((row) => `${placeOf(row)}: no balance, but its reservations add up to ${text(row.total)}.`),
  ]
}

const placeOf = (row: Row): string =>
  `Product ${String(row.productId)} in warehouse ${String(row.warehouseId)} (${String(row.quality)})`

const text = (value: unknown): string => formatDecimal(Number(value), 4)
