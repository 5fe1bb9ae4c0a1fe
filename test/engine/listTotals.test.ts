import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'

/** A walk through a list takes no longer. */
const WALK_MS = 2500

eachDatabase((house) => {
  /** Moves of one product, made up in the table: a thousand receipts through the front door would take minutes. */
  const moves = async (count: number) => {
    const product = await house().product()
    const warehouse = await house().mainWarehouse()
    const { db } = house().api
    const now = new Date().toISOString()
    for (let made = 0; made < count; made += 500) {
      const rows = Array.from(
        { length: Math.min(500, count - made) },
        () => "(1, ?, ?, 'receipt', ?, ?, 'good', ?)",
      )
      await db.execute(
        `INSERT INTO stock_moves (version, createdAt, updatedAt, type, productId, warehouseId, quality, quantity) VALUES ${rows.join(', ')}`,
        rows.flatMap((_, at) => [now, now, product.id, warehouse.id, made + at + 1]),
      )
    }
    return product
  }

  const page = async (filter: object, from: number, to: number, sort = '["id","ASC"]') => {
    const reply = await house()
      .as('warehouse')
      .get(`/stock-moves?filter=${JSON.stringify(filter)}&range=[${from},${to}]&sort=${sort}`)
    expect(reply.status).toBe(200)
    const ids = Array.isArray(reply.body) ? reply.body.map((row: { id: number }) => row.id) : []
    const total = Number(reply.header('content-range')?.split('/')[1])
    return { ids, total, asOf: reply.header('x-total-as-of') }
  }

  describe('the total of a list', () => {
    it('counts few matches now, every time', async () => {
      const { id: productId } = await moves(40)
      expect(await page({ productId }, 0, 9)).toMatchObject({ total: 40, asOf: null })
      const warehouse = await house().mainWarehouse()
      await house()
        .as('warehouse')
        .create('stock-moves', {
          ...{ type: 'receipt', productId, warehouseId: warehouse.id, quantity: 1 },
        })
      expect(await page({ productId }, 0, 9)).toMatchObject({ total: 41, asOf: null })
      expect(await page({ productId }, 40, 49)).toMatchObject({ total: 41, asOf: null })
    })

    it('names the moment that a total of many is exact of', async () => {
      const { id: productId } = await moves(1200)
      const before = Date.now()
      const first = await page({ productId }, 0, 24)
      expect(first.total).toBe(1200)
      expect(Date.parse(String(first.asOf))).toBeGreaterThanOrEqual(before)
      const again = await page({ productId }, 25, 49)
      expect(again).toMatchObject({ total: 1200, asOf: first.asOf })
    })

    it('never says less than the page itself shows', async () => {
      const { id: productId } = await moves(1200)
      const source = `T${next()}`
      expect((await page({ productId }, 0, 24)).total).toBe(1200)
      const { db } = house().api
      await db.execute(
        `INSERT INTO stock_moves (version, createdAt, updatedAt, type, productId, warehouseId, quality, quantity, source)
         SELECT 1, createdAt, updatedAt, type, productId, warehouseId, quality, quantity, ? FROM stock_moves WHERE productId = ? LIMIT 30`,
        [source, productId],
      )
      const shown = await page({ productId }, 1200, 1224)
      expect(shown.ids).toHaveLength(25)
      expect(shown.total).toBe(1230)
    })

    it('is told by an empty page behind the end, and by one that asks for no rows', async () => {
      const { id: productId } = await moves(30)
      expect(await page({ productId }, 100, 124)).toMatchObject({ ids: [], total: 30 })
      expect(await page({ productId }, 0, -1)).toMatchObject({ ids: [], total: 30 })
    })
  })

  describe('pages far behind', () => {
    it.each([
      ['the id, upwards', '["id","ASC"]'],
      ['the id, downwards', '["id","DESC"]'],
      ['a number, downwards', '["quantity","DESC"]'],
      ['a text that is empty in some rows, upwards', '["source","ASC"]'],
      ['a text that is empty in some rows, downwards', '["source","DESC"]'],
    ])('join each other without gap or overlap, sorted by %s', async (_, sort) => {
      const { id: productId } = await manyMoves()
      const begins = [9_950, 10_000, 20_980, 21_005, 21_030]
      const readAll = async () => {
        const read = []
        for (const from of begins) read.push((await page({ productId }, from, from + 49, sort)).ids)
        return read
      }
      const { db } = house().api
      const [field, direction] = sort.replace(/[["\]]/g, '').split(',')
      const all = await db.select(
        `SELECT id FROM stock_moves WHERE productId = ? ORDER BY ${field} ${direction}, id ${direction}`,
        [productId],
      )
      const expected = begins.map((from) => all.slice(from, from + 50).map(({ id }) => Number(id)))
      expect(await readAll()).toEqual(expected)
      // By now places in it are remembered.
      await sleep(WALK_MS)
      expect(await readAll()).toEqual(expected)
    })
  })

  it('pages of a list so long that its remembered places lie further apart join each other as well', async () => {
    const { id: productId } = await moves(1024)
    for (let doubled = 0; doubled < 8; doubled++)
      await house().api.db.execute(
        `INSERT INTO stock_moves (version, createdAt, updatedAt, type, productId, warehouseId, quality, quantity)
         SELECT 1, createdAt, updatedAt, type, productId, warehouseId, quality, quantity FROM stock_moves WHERE productId = ?`,
        [productId],
      )
    const rows = await house().api.db.select('SELECT id FROM stock_moves WHERE productId = ? ORDER BY id', [
      productId,
    ])
    expect(rows).toHaveLength(262_144)
    await page({ productId }, 1000, 1001)
    await sleep(WALK_MS)
    for (const from of [90, 110, 190, 125_010, 199_990, 200_010, 200_110, 200_290, 262_120])
      expect((await page({ productId }, from, from + 23)).ids).toEqual(
        rows.slice(from, from + 24).map(({ id }) => Number(id)),
      )
  })

  let many: Promise<{ id: number }> | undefined
  /** 21,050 moves; every third has a source. */
  const manyMoves = () =>
    (many ??= moves(21_050).then(async (product) => {
      await house().api.db.execute(
        `UPDATE stock_moves SET source = CASE WHEN id % 3 = 0 THEN 'A' WHEN id % 3 = 1 THEN 'B' END WHERE productId = ?`,
        [product.id],
      )
      return product
    }))
})
