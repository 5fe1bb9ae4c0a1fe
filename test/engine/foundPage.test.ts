import { describe, expect, it } from '@jest/globals'
import type { Value } from '../../api/db/driver.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  /**
   * Orders put straight into the table, as twenty thousand through the front door would take hours. The first half is
   * numbered FPOLD: more than are gathered by an index, and none at the head of the list. The second is FPNEW. Every tenth customer
   * is called like the old orders, so that some are found by their customer, and some by both.
   */
  const furnished = async () => {
    const { db } = house().api
    const { id } = await house().draft()
    const [{ id: _, ...row } = {}] = await db.select<Record<string, Value>>(
      'SELECT * FROM orders WHERE id = ?',
      [id],
    )
    const names = Object.keys(row)
    for (let made = 0; made < 21_000; made += 700) {
      const rows = Array.from({ length: 700 }, (__, at) => {
        const nth = made + at
        const own = {
          no: `${nth < 10_500 ? 'FPOLD' : 'FPNEW'}${String(nth).padStart(5, '0')}`,
          customerName: nth % 10 === 0 ? 'FPOLD 商行' : '温州春禾',
          ...{ netAmount: (nth * 7919) % 1000, taxAmount: 0, grossAmount: (nth * 7919) % 1000 },
        }
        return Object.values<Value>({ ...row, ...own })
      })
      await db.execute(
        `INSERT INTO orders (${names.join(', ')}) VALUES ${rows.map(() => `(${names.map(() => '?').join(', ')})`).join(', ')}`,
        rows.flat(),
      )
    }
  }
  let furnishing: Promise<void> | undefined

  const page = async (filter: object, from: number, to: number, sort: string) => {
    await (furnishing ??= furnished())
    const reply = await house()
      .as('clerk')
      .get(`/orders?filter=${JSON.stringify(filter)}&range=[${from},${to}]&sort=${sort}`)
    expect(reply.status).toBe(200)
    const ids = Array.isArray(reply.body) ? reply.body.map((row: { id: number }) => row.id) : []
    return { ids, total: Number(reply.header('content-range')?.split('/')[1]) }
  }

  describe('a search in several fields', () => {
    it.each([
      ['many old rows', 'FPOLD', {}],
      ['many new rows', 'FPNEW', {}],
      ['few rows', 'FPOLD0001', {}],
      ['thousands of rows', 'FPNEW1', {}],
      ['rows that two words find', 'FPOLD 温州', {}],
      ['rows that a filter finds too', 'FPOLD', { grossAmount_gte: 500 }],
    ])('shows every page as one sort of all that is found would: %s', async (_, q, filter) => {
      const read = []
      const wanted = []
      for (const sort of [
        '["id","DESC"]',
        '["id","ASC"]',
        '["grossAmount","DESC"]',
        '["customerName","ASC"]',
      ])
        for (const from of [0, 25, 190, 1090, 1310]) {
          read.push(await page({ q, ...filter }, from, from + 24, sort))
          const [field, direction] = sort.replace(/[["\]]/g, '').split(',')
          const words = q.split(' ')
          const rows = await house().api.db.select(
            `SELECT id FROM orders WHERE ${words.map(() => '(no LIKE ? OR customerName LIKE ?)').join(' AND ')}
             AND grossAmount >= ? ORDER BY ${field} ${direction}, id ${direction}`,
            [...words.flatMap((word) => [`${word}%`, `${word}%`]), 'grossAmount_gte' in filter ? 500 : 0],
          )
          wanted.push({
            ids: rows.slice(from, from + 25).map(({ id }) => Number(id)),
            total: rows.length,
          })
        }
      expect(wanted.some(({ ids }) => ids.length > 0)).toBe(true)
      expect(read).toEqual(wanted)
    })

    it('finds nothing where there is nothing, and is told how much there is by a page of no rows', async () => {
      expect(await page({ q: 'FPNONE' }, 0, 24, '["id","DESC"]')).toEqual({ ids: [], total: 0 })
      expect(await page({ q: 'FPOLD0001' }, 0, -1, '["id","DESC"]')).toEqual({ ids: [], total: 10 })
    })
  })
})
