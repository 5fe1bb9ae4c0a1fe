import type { Duel } from './calls.js'
import type { World } from './world.js'

/** Orders of one line, all of the same product, that wait to be confirmed; both sides take from their own half. */
export async function confirmDuel({ db }: World, each: number): Promise<Duel> {
  const ids = await db.transaction(async (tx) => {
    const now = new Date().toISOString()
    const [product] = await db.select(
      `SELECT p.id, p.code, p.name, p.unit, p.price FROM products p JOIN stock_balances b ON b.productId = p.id
       WHERE b.warehouseId = 1 ORDER BY p.id LIMIT 1`,
      [],
      tx,
    )
    const productId = Number(product?.id)
    await db.execute(
      `UPDATE stock_balances SET onHand = onHand + ? WHERE productId = ? AND warehouseId = 1 AND quality = 'good'`,
      [each * 20_000, productId],
      tx,
    )
    const [before] = await db.select('SELECT MAX(id) AS id FROM orders', [], tx)
    const first = Number(before?.id) + 1
    const all = Array.from({ length: each * 2 }, (_, at) => first + at)
    for (let from = 0; from < all.length; from += 500) {
      const some = all.slice(from, from + 500)
      await db.execute(
        `INSERT INTO orders (id, version, createdAt, updatedAt, status, fulfilment, customerId, warehouseId, channel, payMethod,
         shipMethod, urgency, taxIncluded, netAmount, taxAmount, grossAmount) VALUES ${some
           .map(
             (id) =>
               `(${id}, 2, '${now}', '${now}', 'submitted', 'none', 1, 1, 'phone', 'monthly', 'express', 'normal', 1, 100, 0, 100)`,
           )
           .join(', ')}`,
        [],
        tx,
      )
      await db.execute(
        `INSERT INTO order_lines (parentId, lineNo, productId, productCode, name, unit, quantity, unitPrice, taxRate, netAmount,
         taxAmount, grossAmount, reservedQuantity, shippedQuantity) VALUES ${some.map((id) => `(${id}, 1, ?, ?, ?, ?, 10000, 1000000, 0, 100, 0, 100, 0, 0)`).join(', ')}`,
        some.flatMap(() => [productId, String(product?.code), String(product?.name), String(product?.unit)]),
        tx,
      )
    }
    return all
  })
  const taking = (own: number[]) => () => own.pop()
  const [forApi, forBare] = [taking(ids.slice(0, each)), taking(ids.slice(each))]
  return {
    ...{ name: 'confirm, all of one product', target: 0.5, as: 'confirmer', connections: 16 },
    api() {
      const id = forApi()
      return id === undefined ? null : { method: 'POST', path: `/api/orders/${id}/confirm`, body: {} }
    },
    bare() {
      const id = forBare()
      return id === undefined ? null : { method: 'POST', path: `/confirm/${id}` }
    },
  }
}
