import { operator } from '../../api/commands/withDatabase.js'
import type { Database } from '../../api/db/database.js'
import type { Catalog } from '../../api/engine/catalog.js'
import { write } from '../../api/engine/unitOfWork.js'
import { randomFrom } from '../random.js'
import { Batch, bulkTables } from './batch.js'
import { bulkOrder, type Books } from './bulkOrder.js'
import { Ledger } from './ledger.js'
import { ensureMasterData } from './masterData.js'
import { Numbers } from './numbers.js'
import { spreadOverTwoYears, WORKDAY_MS } from './workdays.js'

/** Orders in one commit: whole, with their stock, so that an interrupted run leaves a house that is right. */
const COMMIT = 10_000

export interface BulkOptions {
  orders: number
  now?: Date
  /** Told after every commit how many there are. */
  tell?: (made: number) => void
}

/**
 * Makes up orders of the last two years by the hundred thousand: straight into the tables, as the actions would have
 * left them, without documents and with one audit event for all. Nobody else may write orders meanwhile.
 */
export async function seedBulk(db: Database, catalog: Catalog, options: BulkOptions): Promise<void> {
  const { orders, now = new Date(), tell } = options
  const [before] = await db.select('SELECT COUNT(*) AS n FROM orders')
  const random = randomFrom(20_261_123 + Number(before?.n ?? 0))
  const books: Books = {
    batch: await Batch.after(db),
    ledger: await Ledger.read(db),
    numbers: await Numbers.read(db),
    master: await ensureMasterData(db, random, now.toISOString()),
    ...{ random, now },
  }
  let [made, waiting] = [0, 0]
  const commit = async () => {
    await db.transaction(async (tx) => {
      // SQLite's own two megabytes do not hold the branches of the indexes.
      if (db.dialect === 'sqlite') await db.execute('PRAGMA cache_size = -262144', [], tx)
      await books.batch.store(db, tx)
      await books.numbers.store(db, tx)
      await books.ledger.store(db, tx, now.toISOString())
    })
    for (const book of [books.batch, books.numbers, books.ledger]) book.forget()
    made += waiting
    waiting = 0
    tell?.(made)
  }
  for (const day of spreadOverTwoYears(orders, now))
    for (let at = 0; at < day.orders; at++) {
      bulkOrder(books, day.opens + Math.floor(((at + random.between(0, 1)) * WORKDAY_MS) / day.orders))
      waiting += 1
      if (waiting === COMMIT) await commit()
    }
  if (waiting > 0) await commit()
  await refreshStatistics(db)
  await noteRun(db, catalog, made)
}

/** Until the database has looked at what is new, it plans as if the tables were still empty. */
async function refreshStatistics(db: Database): Promise<void> {
  if (db.dialect === 'sqlite') await db.execute('ANALYZE')
  else await db.select(`ANALYZE TABLE ${[...bulkTables, 'stock_balances', 'number_register'].join(', ')}`)
}

async function noteRun(db: Database, catalog: Catalog, orders: number): Promise<void> {
  await write({ db, catalog, who: operator, requestId: 'seed' }, async ({ events }) => {
    const after = {
      orders,
      note: 'made up in bulk, with lines, numbers, reservations, shipments and stock moves',
    }
    events.push({
      action: 'generate',
      resource: 'orders',
      recordId: null,
      version: null,
      before: null,
      after,
    })
  })
}
