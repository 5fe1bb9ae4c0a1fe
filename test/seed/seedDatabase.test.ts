import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { migrate } from '../../api/db/migrate.js'
import { openDatabase, type Database } from '../../api/db/database.js'
import { verifyPassword } from '../../api/domain/access/password.js'
import { sealEvents } from '../../api/domain/audit/sealer.js'
import { verifyChain } from '../../api/domain/audit/verifyChain.js'
import { declarations } from '../../api/domain/index.js'
import { verifyNumbers } from '../../api/domain/numbers/verifyNumbers.js'
import { syncTemplates } from '../../api/domain/printing/templates/syncTemplates.js'
import { verifyStock } from '../../api/domain/stock/verifyStock.js'
import { operator } from '../../api/commands/withDatabase.js'
import { catalogOf } from '../../api/engine/catalog.js'
import { write } from '../../api/engine/unitOfWork.js'
import { seedDatabase, type SeedOptions } from '../../seed/seedDatabase.js'
import { freshMysqlUrl } from '../support/freshMysqlUrl.js'

const PEOPLE = 'admin clerk sales confirmer finance warehouse service supervisor auditor'.split(' ')

let folder: string
const open: Database[] = []

async function migrated(url: string) {
  const db = await openDatabase(url)
  open.push(db)
  const catalog = catalogOf(declarations, db.sequelize)
  await migrate(db)
  await write({ db, catalog, who: operator, requestId: 'test' }, (context) => syncTemplates(context))
  return { db, catalog }
}

const sqlite = (name: string) => `sqlite:${path.join(folder, name)}.sqlite`

async function seed(house: Awaited<ReturnType<typeof migrated>>, options: Partial<SeedOptions> = {}) {
  const told: string[] = []
  const code = await seedDatabase(house, {
    demo: true,
    virtualPrinterPort: 8631,
    tell: ({ en }) => told.push(en),
    ...options,
  })
  return { code, told: told.join('\n') }
}

const count = async (db: Database, table: string) =>
  Number((await db.select(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n)

const counted = async (db: Database, sql: string) =>
  new Map((await db.select(sql)).map(({ name, n }) => [String(name), Number(n)]))

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'slipway-seed-'))
})

afterAll(async () => {
  await Promise.all(open.map((db) => db.close()))
  await rm(folder, { recursive: true })
})

describe('the demo house', () => {
  let house: Awaited<ReturnType<typeof migrated>>

  beforeAll(async () => {
    house = await migrated(sqlite('house'))
    expect((await seed(house)).code).toBe(0)
  }, 180_000)

  it('has the nine sign-ins, one role each, all with the published password', async () => {
    const rows = await house.db.select('SELECT username, roles, password FROM users')
    expect(rows.map(({ username }) => String(username)).sort()).toEqual(PEOPLE.toSorted())
    for (const { username, roles, password } of rows) {
      expect(JSON.parse(String(roles))).toEqual([username])
      expect(await verifyPassword(String(password), 'slipway-demo')).toBe(true)
    }
  })

  it('has a hundred orders, and some in every state of order, fulfilment, shipment', async () => {
    const { db } = house
    expect(await count(db, 'orders')).toBe(100)
    const status = await counted(db, 'SELECT status AS name, COUNT(*) AS n FROM orders GROUP BY status')
    expect([...status.keys()].sort()).toEqual(['cancelled', 'completed', 'confirmed', 'draft', 'submitted'])
    const going = await counted(
      db,
      'SELECT fulfilment AS name, COUNT(*) AS n FROM orders GROUP BY fulfilment',
    )
    expect([...going.keys()].sort()).toEqual(['delivered', 'none', 'partly-shipped', 'reserved', 'shipped'])
    const sent = await counted(db, 'SELECT status AS name, COUNT(*) AS n FROM shipments GROUP BY status')
    expect([...sent.keys()].sort()).toEqual(['cancelled', 'delivered', 'dispatched', 'draft', 'issued'])
    expect(await count(db, "orders WHERE status = 'draft' AND rejectReason IS NOT NULL")).toBeGreaterThan(0)
  })

  it('has orders that cannot be confirmed for want of stock', async () => {
    const short = await house.db.select(
      `SELECT o.id FROM orders o JOIN order_lines l ON l.parentId = o.id
       JOIN stock_balances b ON b.productId = l.productId AND b.quality = 'good'
       JOIN warehouses w ON w.id = b.warehouseId AND w.isDefault = 1
       WHERE o.status = 'submitted' AND b.onHand - b.reserved < l.quantity`,
    )
    expect(short.length).toBeGreaterThan(0)
  })

  it('leaves a handful of papers to the print server, of several kinds', async () => {
    const { db } = house
    const jobs = await counted(db, 'SELECT status AS name, COUNT(*) AS n FROM print_jobs GROUP BY status')
    expect(jobs.get('queued')).toBeGreaterThanOrEqual(5)
    expect(jobs.get('queued')).toBeLessThanOrEqual(15)
    const kinds = await counted(db, 'SELECT kind AS name, COUNT(*) AS n FROM documents GROUP BY kind')
    expect([...kinds.keys()].sort()).toEqual([
      'delivery-note',
      'dispatch-note',
      'handover-sheet',
      'packing-list',
      'sales-order',
      'statement',
    ])
  })

  it('has the work beside the orders, some done and some to be done', async () => {
    const states = async (table: string) => [
      ...(
        await counted(house.db, `SELECT status AS name, COUNT(*) AS n FROM ${table} GROUP BY status`)
      ).keys(),
    ]
    expect((await states('stocktakes')).sort()).toEqual(['approved', 'counting'])
    expect((await states('handovers')).sort()).toEqual(['handed-over', 'issued'])
    expect((await states('change_requests')).sort()).toEqual(['open', 'refused'])
    expect((await states('receipts')).sort()).toEqual(['draft', 'received'])
    expect((await states('statements')).sort()).toEqual(['confirmed', 'disputed', 'draft', 'issued'])
    expect(await states('export_sets')).toEqual(['collecting'])
  })

  it('spread its history over weeks, in working hours, never into the future, numbers by their day', async () => {
    const rows = await house.db.select('SELECT no, rejectedAt, submittedAt, createdAt, updatedAt FROM orders')
    const shanghai = (time: unknown) =>
      new Date(Date.parse(String(time)) + 8 * 3600_000).toISOString().slice(0, 16)
    expect(new Set(rows.map(({ createdAt }) => shanghai(createdAt).slice(0, 10))).size).toBeGreaterThan(10)
    for (const { no, rejectedAt, submittedAt, createdAt, updatedAt } of rows) {
      const [day, time = ''] = shanghai(createdAt).split('T')
      expect(String(updatedAt) <= new Date().toISOString()).toBe(true)
      expect(new Date(`${day}T00:00Z`).getUTCDay()).not.toBe(0)
      expect(time >= '08:30' && time <= '17:30').toBe(true)
      // An order that was sent back keeps the number of its first submission.
      if (no !== null && rejectedAt === null)
        expect(String(no).slice(2, 10)).toBe(shanghai(submittedAt).slice(0, 10).replaceAll('-', ''))
    }
  })

  it('has right stock and a whole audit trail in the order of time', async () => {
    const { db } = house
    expect(await verifyStock(db)).toEqual([])
    while ((await sealEvents(db)) > 0);
    expect((await verifyChain(db)).faults).toEqual([])
    const rows = await db.select("SELECT createdAt FROM audit_events WHERE requestId = 'seed' ORDER BY seq")
    const times = rows.map(({ createdAt }) => String(createdAt))
    const first = times.findIndex((time, at) => time < (times[at - 1] ?? ''))
    expect(first).toBe(-1)
  })

  it('gives every product a barcode that scanners accept', async () => {
    const rows = await house.db.select('SELECT barcode FROM products')
    for (const { barcode } of rows) {
      const digits = Array.from(String(barcode), Number)
      const sum = digits.reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 3), 0)
      expect(digits).toHaveLength(13)
      expect(sum % 10).toBe(0)
    }
    expect(new Set(rows.map(({ barcode }) => barcode)).size).toBe(rows.length)
  })

  it('is the same on every machine', async () => {
    const other = await migrated(sqlite('other'))
    await seed(other, { orders: 5 })
    const customers =
      'SELECT code, name, contactName, phone, address, taxNo, creditLimit FROM customers ORDER BY id'
    expect(await other.db.select(customers)).toEqual(await house.db.select(customers))
    expect(await count(other.db, 'customers')).toBe(60)
    expect(await count(other.db, 'orders')).toBe(5)
  })

  it('is left alone by a second run, and gets more orders when they are asked for', async () => {
    const { db } = house
    const events = await count(db, 'audit_events')
    const again = await seed(house)
    expect(again).toEqual({ code: 0, told: expect.stringContaining('in use already') })
    expect(await count(db, 'audit_events')).toBe(events)
    expect((await seed(house, { orders: 12 })).code).toBe(0)
    expect(await count(db, 'orders')).toBe(112)
    expect(await verifyStock(db)).toEqual([])
  })
})

describe('the seed', () => {
  it('makes nothing under DEMO=0', async () => {
    const house = await migrated(sqlite('real'))
    expect(await seed(house, { demo: false, orders: 10 })).toEqual({
      code: 0,
      told: expect.stringContaining('DEMO=0'),
    })
    expect(await count(house.db, 'users')).toBe(0)
  })

  it('asks for the migration first', async () => {
    const db = await openDatabase(sqlite('bare'))
    open.push(db)
    expect(await seed({ db, catalog: catalogOf(declarations, db.sequelize) })).toEqual({
      code: 1,
      told: expect.stringContaining('npm run migrate'),
    })
  })

  it('adds no orders to a house of real people', async () => {
    const house = await migrated(sqlite('people'))
    await write({ ...house, who: operator, requestId: 'test' }, async ({ db, tx, now }) =>
      db.execute(
        `INSERT INTO users (version, createdAt, updatedAt, username, name, roles, disabled) VALUES (1, ?, ?, 'wang', 'Wang', '["admin"]', 0)`,
        [now, now],
        tx,
      ),
    )
    expect((await seed(house, { orders: 3 })).code).toBe(1)
    expect(await count(house.db, 'orders')).toBe(0)
  })

  it('leaves an empty database empty when it is broken off', async () => {
    const house = await migrated(sqlite('broken'))
    const breakOff = ({ en }: { en: string }) => {
      if (en.startsWith('Customers')) throw new Error('broken off')
    }
    await expect(seed(house, { tell: breakOff })).rejects.toThrow('broken off')
    expect(await count(house.db, 'users')).toBe(0)
    expect(await count(house.db, 'printers')).toBe(0)
  })

  it.each([
    ['at once in SQLite', () => Promise.resolve(sqlite('bulk')), [2101]],
    ['later in MariaDB', freshMysqlUrl, [20, 2001]],
  ])(
    'makes thousands of orders as right as a hundred, %s',
    async (_when, url, runs) => {
      const house = await migrated(await url())
      const { db } = house
      for (const orders of runs) expect((await seed(house, { orders })).code).toBe(0)
      expect(await count(db, 'orders')).toBe(runs.reduce((sum, one) => sum + one))
      expect(await count(db, "audit_events WHERE action = 'generate'")).toBe(1)
      expect(await verifyStock(db)).toEqual([])
      expect(await verifyNumbers(db)).toEqual([])
      while ((await sealEvents(db)) > 0);
      expect((await verifyChain(db)).faults).toEqual([])
    },
    180_000,
  )
})
