import type { Database, Row, Tx } from '../../api/db/database.js'
import { cities, givenNames, roads, shopNames, surnames, trades } from '../customerNames.js'
import type { Random } from '../random.js'
import { insertRows } from './insertRows.js'

export interface Customer {
  id: number
  name: string
  shipTo: string
}

export interface Product {
  id: number
  code: string
  name: string
  spec: string | null
  unit: string
  /** Yuan ×10⁶ and ×10⁴. */
  price: number
  taxRate: number
}

/** Whom orders come from, what they are of, where they ship and who works on them. */
export interface MasterData {
  customers: Customer[]
  products: Product[]
  warehouseIds: number[]
  /** User ids by role; a house without such a person has null. */
  staff: Record<'clerk' | 'confirmer' | 'warehouse', number | null>
}

const CUSTOMERS = 3000
const PRODUCTS = 1200

/** Makes customers, products and a warehouse up to a wholesaler's number, and reads all that are there. */
export async function ensureMasterData(db: Database, random: Random, now: string): Promise<MasterData> {
  return db.transaction(async (tx) => {
    const own = ['version', 'createdAt', 'updatedAt']
    const record = [1, now, now] as const
    const missing = async (table: string, prefix: string, wanted: number) => {
      const rows = await db.select(`SELECT code FROM ${table} WHERE code LIKE ?`, [`${prefix}%`], tx)
      const known = new Set(rows.map(({ code }) => String(code)))
      return Array.from({ length: wanted }, (_, at) => `${prefix}${String(at + 1).padStart(5, '0')}`).filter(
        (code) => !known.has(code),
      )
    }
    const customers = (await missing('customers', 'KB', CUSTOMERS)).map((code) => {
      const city = random.pick(cities)
      const trade = random.pick(trades)
      const address = `${city.name}市${random.pick(city.districts)}${random.pick(roads)} ${random.int(8, 996)} 号`
      const name = `${city.name}${random.pick(shopNames)}${random.pick(shopNames)}${trade.name}`
      const contact = random.pick(surnames) + random.pick(givenNames)
      const phone = `164${String(random.int(0, 99_999_999)).padStart(8, '0')}`
      return [...record, code, name, city.province, phone, contact, address]
    })
    const customerColumns = [...own, 'code', 'name', 'region', 'phone', 'contactName', 'address']
    await insertRows(db, tx, 'customers', customerColumns, customers)
    const products = (await missing('products', 'PB', PRODUCTS)).map((code) => {
      const price = random.int(1, 60) * random.pick([50_000, 500_000, 5_000_000])
      const goods = `${random.pick(materials)}${random.pick(goodsNames)}`
      return [...record, code, goods, random.pick(sizes), random.pick(units), price, random.pick([1300, 900])]
    })
    const productColumns = [...own, 'code', 'name', 'spec', 'unit', 'price', 'taxRate']
    await insertRows(db, tx, 'products', productColumns, products)
    if ((await db.select('SELECT id FROM warehouses LIMIT 1', [], tx)).length === 0)
      await insertRows(
        db,
        tx,
        'warehouses',
        [...own, 'code', 'name', 'isDefault'],
        [[...record, 'W1', '总仓', 1]],
      )
    return readMasterData(db, tx)
  })
}

async function readMasterData(db: Database, tx: Tx): Promise<MasterData> {
  const read = (sql: string) => db.select(sql, [], tx)
  const customers = await read('SELECT id, name, contactName, phone, address FROM customers ORDER BY id')
  const products = await read('SELECT id, code, name, spec, unit, price, taxRate FROM products ORDER BY id')
  const warehouses = await read('SELECT id FROM warehouses ORDER BY isDefault DESC, id')
  const users = await read('SELECT id, roles FROM users WHERE disabled = 0 ORDER BY id')
  const who = (role: string) => {
    const found = users.find(({ roles }) => String(roles).includes(`"${role}"`))
    return found ? Number(found.id) : null
  }
  return {
    customers: customers.map(({ id, name, contactName, phone, address }) => ({
      id: Number(id),
      name: String(name),
      shipTo: JSON.stringify({ name: contactName ?? name, phone, address }),
    })),
    products: products.map(productOf),
    warehouseIds: warehouses.map(({ id }) => Number(id)),
    staff: { clerk: who('clerk'), confirmer: who('confirmer'), warehouse: who('warehouse') },
  }
}

const productOf = ({ id, code, name, spec, unit, price, taxRate }: Row): Product => ({
  id: Number(id),
  code: String(code),
  name: String(name),
  spec: spec === null ? null : String(spec),
  unit: String(unit),
  price: Number(price),
  taxRate: Number(taxRate),
})

const materials = ['不锈钢', '镀锌', '加厚', '铝合金', '黄铜', '尼龙', 'PVC', '阻燃', '防水', '静音']
const goodsNames = [
  '合页',
  '挂钩',
  '扳手',
  '球阀',
  '接头',
  '支架',
  '线槽',
  '螺母',
  '滑轨',
  '拉手',
  '门锁',
  '胶带',
]
const sizes = ['小号', '中号', '大号', '25 mm', '40 mm', '60 mm', '1 m', '2 m']
const units = ['只', '盒', '把', '包', '套', '卷']
