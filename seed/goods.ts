import type { House } from './house.js'
import { MAIN_WAREHOUSE, RETURNS_WAREHOUSE, TOWN_WAREHOUSE } from './premises.js'
import { products } from './products.js'

/** Not one left, after a damage. */
export const soldOutCodes = ['DJ04-02', 'RY03-02', 'SN05-02']
/** Fewer than one customer orders. */
export const shortCodes = ['DG05-03', 'MC01-02', 'YL01-02', 'LB06-02', 'RY06-02']

export interface Goods {
  id: number
  code: string
  /** Yuan ×10⁶, as stored. */
  price: number
  /** What a customer takes at the least; orders are multiples of it. */
  lot: number
  isScarce: boolean
  /** Also kept in the town warehouse. */
  isInTown: boolean
}

/** The demo products in this database, with what the seed knows of them. */
export async function demoGoods({ db }: House): Promise<Goods[]> {
  const codes = products.map(({ code }) => code)
  const rows = await db.select(
    `SELECT id, code, price FROM products WHERE code IN (${codes.map(() => '?').join(', ')}) ORDER BY id`,
    codes,
  )
  return rows.map((row, at) => {
    const code = String(row.code)
    const isScarce = soldOutCodes.includes(code) || shortCodes.includes(code)
    const price = Number(row.price)
    return {
      id: Number(row.id),
      code,
      price,
      lot: lotOf(price),
      isScarce,
      isInTown: !isScarce && at % 3 === 0,
    }
  })
}

/** The cheaper the goods, the more of them are taken at once. */
function lotOf(price: number): number {
  const yuan = price / 1e6
  if (yuan < 1) return 200
  if (yuan < 5) return 50
  if (yuan < 20) return 20
  if (yuan < 60) return 10
  return yuan < 200 ? 4 : 1
}

export async function warehouseIds({ db }: House) {
  const rows = await db.select('SELECT id, code FROM warehouses')
  const idOf = (code: string) => Number(rows.find((row) => row.code === code)?.id)
  return { main: idOf(MAIN_WAREHOUSE), town: idOf(TOWN_WAREHOUSE), returns: idOf(RETURNS_WAREHOUSE) }
}
