import { ensureRow } from '../../db/ensureRow.js'
import type { Context } from '../../engine/context.js'

export interface StockKey {
  productId: number
  warehouseId: number
  quality?: string
}

const keyOf = ({ productId, warehouseId, quality = 'good' }: StockKey) => [productId, warehouseId, quality]
const AT = 'WHERE productId = ? AND warehouseId = ? AND quality = ?'

/** Puts stock aside in one conditional update; false when less than that is available. Quantities ×10⁴. */
export async function reserveStock(
  { db, tx, now }: Context,
  key: StockKey,
  quantity: number,
): Promise<boolean> {
  const changed = await db.execute(
    `UPDATE stock_balances SET reserved = reserved + ?, version = version + 1, updatedAt = ? ${AT} AND onHand - reserved >= ?`,
    [quantity, now, ...keyOf(key), quantity],
    tx,
  )
  return changed === 1
}

/** Gives reserved stock back. */
export async function releaseStock({ db, tx, now }: Context, key: StockKey, quantity: number): Promise<void> {
  const changed = await db.execute(
    `UPDATE stock_balances SET reserved = reserved - ?, version = version + 1, updatedAt = ? ${AT} AND reserved >= ?`,
    [quantity, now, ...keyOf(key), quantity],
    tx,
  )
  if (changed !== 1)
    throw new Error(`Stock of product ${key.productId} holds less reserved than is to be released.`)
}

/** Takes reserved stock out of the house. */
export async function consumeStock({ db, tx, now }: Context, key: StockKey, quantity: number): Promise<void> {
  const changed = await db.execute(
    `UPDATE stock_balances SET onHand = onHand - ?, reserved = reserved - ?, version = version + 1, updatedAt = ? ${AT} AND reserved >= ?`,
    [quantity, quantity, now, ...keyOf(key), quantity],
    tx,
  )
  if (changed !== 1)
    throw new Error(`Stock of product ${key.productId} holds less reserved than is to be shipped.`)
}

/** Adds to what is on hand, or takes from what is available; false when less than that is available. */
export async function changeOnHand({ db, tx, now }: Context, key: StockKey, delta: number): Promise<boolean> {
  const update = () =>
    db.execute(
      `UPDATE stock_balances SET onHand = onHand + ?, version = version + 1, updatedAt = ? ${AT} AND onHand - reserved + ? >= 0`,
      [delta, now, ...keyOf(key), delta],
      tx,
    )
  if ((await update()) === 1) return true
  if (delta < 0) return false
  // The first stock of this product here. Two first receipts at once: one insert wins, both updates count.
  const { productId, warehouseId, quality = 'good' } = key
  const own = { version: 1, createdAt: now, updatedAt: now }
  await ensureRow(
    db,
    'stock_balances',
    { ...own, productId, warehouseId, quality, onHand: 0, reserved: 0 },
    tx,
  )
  return (await update()) === 1
}

/** What is on hand and available now; zeros when there never was any. */
export async function stockAt(
  { db, tx }: Context,
  key: StockKey,
): Promise<{ onHand: number; available: number }> {
  const [row] = await db.select(
    `SELECT onHand, onHand - reserved AS available FROM stock_balances ${AT}`,
    keyOf(key),
    tx,
  )
  return { onHand: Number(row?.onHand ?? 0), available: Number(row?.available ?? 0) }
}
