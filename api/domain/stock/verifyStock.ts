import type { Database, Row, Tx } from '../../db/database.js'
import { formatDecimal } from '../../engine/decimal.js'
import { say, type Text2 } from '../../engine/text.js'

/** Every balance that is not the sum of its moves, or whose reserved stock is not the sum of its reservations. */
export async function verifyStock(db: Database, tx?: Tx): Promise<Text2[]> {
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
    const [onHand, moved, reserved, held] = [row.onHand, row.moved, row.reserved, row.held].map(text)
    return [
      ...(onHand === moved
        ? []
        : [
            atPlace(
              row,
              `账面 ${onHand}，流水合计却是 ${moved}`,
              `${onHand} on hand, but its moves add up to ${moved}`,
            ),
          ]),
      ...(reserved === held
        ? []
        : [
            atPlace(
              row,
              `占用 ${reserved}，预留合计却是 ${held}`,
              `${reserved} reserved, but its reservations add up to ${held}`,
            ),
          ]),
    ]
  })
  return [...unbalanced, ...(await withoutBalance(db))]
}

/** Moves and reservations of stock that has no balance at all. */
async function withoutBalance(db: Database): Promise<Text2[]> {
  const sums = (from: string, quality: string, only: string) =>
    db.select(
      `SELECT s.productId, s.warehouseId, ${quality} AS quality, SUM(s.quantity) AS total FROM ${from} s
         LEFT JOIN stock_balances b ON b.productId = s.productId AND b.warehouseId = s.warehouseId AND b.quality = ${quality}
       WHERE b.id IS NULL ${only} GROUP BY s.productId, s.warehouseId, ${quality}`,
    )
  const moved = await sums('stock_moves', 's.quality', '')
  const held = await sums('reservations', "'good'", "AND s.status = 'active'")
  return [
    ...moved.map((row) =>
      atPlace(
        row,
        `没有余额，流水合计却是 ${text(row.total)}`,
        `no balance, but its moves add up to ${text(row.total)}`,
      ),
    ),
    ...held.map((row) =>
      atPlace(
        row,
        `没有余额，预留合计却是 ${text(row.total)}`,
        `no balance, but its reservations add up to ${text(row.total)}`,
      ),
    ),
  ]
}

function atPlace(row: Row, zh: string, en: string): Text2 {
  const [product, warehouse, quality] = [row.productId, row.warehouseId, row.quality].map(String)
  return say(
    `仓库 ${warehouse} 的商品 ${product}（${quality}）：${zh}。`,
    `Product ${product} in warehouse ${warehouse} (${quality}): ${en}.`,
  )
}

const text = (value: unknown): string => formatDecimal(Number(value), 4)
