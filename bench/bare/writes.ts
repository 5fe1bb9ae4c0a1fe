import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { linesSql, oneSql } from './sql.js'

type Json = Record<string, unknown>

async function inTransaction<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.query('START TRANSACTION')
    const result = await work(connection)
    await connection.query('COMMIT')
    return result
  } catch (error) {
    await connection.query('ROLLBACK')
    throw error
  } finally {
    connection.release()
  }
}

/** Reads customer and products, inserts the order and its lines. */
export function createOrder(pool: Pool, { customerId, warehouseId, lines }: Json): Promise<Json> {
  return inTransaction(pool, async (connection) => {
    const now = new Date().toISOString()
    const [[customer]] = await connection.query<RowDataPacket[]>(
      'SELECT name, contactName, phone, address FROM customers WHERE id = ?',
      [customerId],
    )
    const wanted = Array.isArray(lines) ? lines : []
    const [products] = await connection.query<RowDataPacket[]>(
      'SELECT id, code, name, spec, unit, price, taxRate FROM products WHERE id IN (?)',
      [wanted.map((line) => line.productId)],
    )
    const priced = wanted.map((line) => {
      const product = products.find(({ id }) => id === line.productId)
      const gross = Math.round((Number(line.quantity) * Number(product?.price)) / 10_000)
      return { ...product, productId: line.productId, quantity: Number(line.quantity) * 10_000, gross }
    })
    const sum = priced.reduce((total, { gross }) => total + gross, 0)
    const order = {
      ...{ version: 1, createdAt: now, updatedAt: now, status: 'draft', fulfilment: 'none', customerId },
      ...{
        customerName: customer?.name,
        warehouseId,
        channel: 'phone',
        receivedAt: now,
        payMethod: 'monthly',
      },
      ...{ shipMethod: 'express', urgency: 'normal', shipTo: JSON.stringify(customer), taxIncluded: 1 },
      ...{ netAmount: sum, taxAmount: 0, grossAmount: sum, enteredAt: now },
    }
    const [{ insertId }] = await connection.query<ResultSetHeader>('INSERT INTO orders SET ?', [order])
    await connection.query(
      `INSERT INTO order_lines (parentId, lineNo, productId, productCode, name, spec, unit, quantity, unitPrice, taxRate,
       netAmount, taxAmount, grossAmount, reservedQuantity, shippedQuantity) VALUES ?`,
      [
        priced.map((line: Json, at) => [
          ...[insertId, at + 1, line.productId, line.code, line.name, line.spec, line.unit, line.quantity],
          ...[line.price, line.taxRate, line.gross, 0, line.gross, 0, 0],
        ]),
      ],
    )
    return { ...order, id: insertId, lines: priced }
  })
}

/** Locks the order, reads its lines, writes the change. */
export function updateOrder(pool: Pool, id: number, { specialRequirements }: Json): Promise<Json> {
  return inTransaction(pool, async (connection) => {
    const [[order]] = await connection.query<RowDataPacket[]>(`${oneSql} FOR UPDATE`, [id])
    const [lines] = await connection.query(linesSql, [id])
    await connection.query(
      'UPDATE orders SET specialRequirements = ?, version = version + 1, updatedAt = ? WHERE id = ?',
      [specialRequirements, new Date().toISOString(), id],
    )
    return { ...order, specialRequirements, lines }
  })
}

/** Locks the order, reserves each line by the same conditional update, moves the order. */
export function confirmOrder(pool: Pool, id: number): Promise<Json> {
  return inTransaction(pool, async (connection) => {
    const now = new Date().toISOString()
    const [[order]] = await connection.query<RowDataPacket[]>(`${oneSql} FOR UPDATE`, [id])
    const [lines] = await connection.query<RowDataPacket[]>(linesSql, [id])
    for (const line of lines) {
      const [{ affectedRows }] = await connection.query<ResultSetHeader>(
        `UPDATE stock_balances SET reserved = reserved + ?, version = version + 1, updatedAt = ?
         WHERE productId = ? AND warehouseId = ? AND quality = 'good' AND onHand - reserved >= ?`,
        [line.quantity, now, line.productId, order?.warehouseId, line.quantity],
      )
      if (affectedRows !== 1) throw new Error('out of stock')
      await connection.query('INSERT INTO reservations SET ?', [
        {
          ...{ version: 1, createdAt: now, updatedAt: now, orderId: id, orderLineId: line.id },
          ...{ productId: line.productId, warehouseId: order?.warehouseId, quantity: line.quantity },
          status: 'active',
        },
      ])
      await connection.query('UPDATE order_lines SET reservedQuantity = ? WHERE id = ?', [
        line.quantity,
        line.id,
      ])
    }
    await connection.query(
      `UPDATE orders SET status = 'confirmed', fulfilment = 'reserved', confirmedAt = ?, version = version + 1, updatedAt = ?
       WHERE id = ?`,
      [now, now, id],
    )
    return { ...order, status: 'confirmed', lines }
  })
}
