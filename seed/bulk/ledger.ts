import type { Database, Tx } from '../../api/db/database.js'
import type { Random } from '../random.js'
import { upsertRows, type BulkRow } from './insertRows.js'

interface Balance {
  productId: number
  warehouseId: number
  onHand: number
  reserved: number
}

/** The balances of good stock while orders are made up; every change is what a move or a reservation says. ×10⁴. */
export class Ledger {
  private readonly balances = new Map<string, Balance>()
  private readonly touched = new Set<Balance>()

  static async read(db: Database): Promise<Ledger> {
    const ledger = new Ledger()
    const rows = await db.select(
      `SELECT productId, warehouseId, onHand, reserved FROM stock_balances WHERE quality = 'good'`,
    )
    for (const row of rows)
      Object.assign(ledger.at(Number(row.productId), Number(row.warehouseId)), {
        onHand: Number(row.onHand),
        reserved: Number(row.reserved),
      })
    return ledger
  }

  /** Brings goods in where less than `quantity` is available; answers how much, 0 when there was enough. */
  receive(productId: number, warehouseId: number, quantity: number, random: Random): number {
    const balance = this.at(productId, warehouseId)
    if (balance.onHand - balance.reserved >= quantity) return 0
    const received = quantity + random.int(20, 60) * 1_000_0000
    balance.onHand += received
    this.touched.add(balance)
    return received
  }

  reserve(productId: number, warehouseId: number, quantity: number): void {
    const balance = this.at(productId, warehouseId)
    balance.reserved += quantity
    this.touched.add(balance)
  }

  ship(productId: number, warehouseId: number, quantity: number): void {
    const balance = this.at(productId, warehouseId)
    balance.onHand -= quantity
    balance.reserved -= quantity
    this.touched.add(balance)
  }

  onHand = (productId: number, warehouseId: number): number => this.at(productId, warehouseId).onHand

  /** Writes the balances that changed since the last time. */
  async store(db: Database, tx: Tx, now: string): Promise<void> {
    const rows: BulkRow[] = [...this.touched].map((one) => [
      ...[1, now, now, one.productId, one.warehouseId, 'good', one.onHand, one.reserved],
    ])
    const columns = [
      'version',
      'createdAt',
      'updatedAt',
      'productId',
      'warehouseId',
      'quality',
      'onHand',
      'reserved',
    ]
    await upsertRows(db, tx, 'stock_balances', columns, rows, {
      key: 'productId, warehouseId, quality',
      changed: ['onHand', 'reserved', 'updatedAt'],
    })
  }

  /** Lets go of what has been committed. */
  forget(): void {
    this.touched.clear()
  }

  private at(productId: number, warehouseId: number): Balance {
    const key = `${productId}:${warehouseId}`
    const known = this.balances.get(key) ?? { productId, warehouseId, onHand: 0, reserved: 0 }
    this.balances.set(key, known)
    return known
  }
}
