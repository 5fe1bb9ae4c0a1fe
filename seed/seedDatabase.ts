import type { Database } from '../api/db/database.js'
import { pendingMigrations } from '../api/db/migrate.js'
import type { Catalog } from '../api/engine/catalog.js'
import type { Text2 } from '../api/engine/text.js'
import { seedBulk } from './bulk/seedBulk.js'
import { winCustomers } from './customers.js'
import type { House } from './house.js'
import { joining } from './joining.js'
import { receiveOpeningStock } from './openingStock.js'
import { LONGEST_AGO, placeOrders } from './orders/placeOrders.js'
import { otherWork } from './otherWork/otherWork.js'
import { hirePeople, presentPeople } from './people.js'
import { furnish } from './premises.js'
import { listProducts } from './products.js'
import { randomFrom } from './random.js'
import { WORKDAY } from './workingTime.js'

export interface SeedOptions {
  /** False under DEMO=0: then nothing is made. */
  demo: boolean
  /** How many orders; absent: a hundred into an empty database, none into another one. */
  orders?: number
  virtualPrinterPort: number
  /** Says what is done. */
  tell: (text: Text2) => void
}

type Opened = { db: Database; catalog: Catalog }

const ORDERS = 100

/** So many orders at most are entered by the actions, some forty a second; more are written straight into the tables. */
const MOST_BY_ACTIONS = 2000

/** Fills an empty database with the demo house, or adds orders to one that is there. Answers the exit code. */
export async function seedDatabase(opened: Opened, options: SeedOptions): Promise<number> {
  const { db } = opened
  const { demo, orders, tell } = options
  if (!demo) {
    tell({
      zh: 'DEMO=0：不载入演示数据和演示账号。',
      en: 'DEMO=0: neither demo data nor demo sign-ins are made.',
    })
    return 0
  }
  if ((await pendingMigrations(db)).length > 0) {
    tell({
      zh: '数据库还没有升级，请先运行 npm run migrate。',
      en: 'The database is not migrated yet; run npm run migrate first.',
    })
    return 1
  }
  const [row] = await db.select('SELECT COUNT(*) AS users FROM users')
  if (Number(row?.users) === 0) {
    const wanted = orders ?? ORDERS
    const byActions = wanted > MOST_BY_ACTIONS ? ORDERS : wanted
    await db.transaction((tx) => build({ ...opened, db: joining(db, tx) }, byActions, options))
    await addInBulk(opened, wanted - byActions, tell)
    return 0
  }
  if (orders !== undefined) return addOrders(opened, orders, tell)
  tell({
    zh: '数据库里已有数据，没有再加演示数据。',
    en: 'The database is in use already; no demo data were added.',
  })
  return 0
}

/** From nothing to a house with a history: set up first, then stocked, then trading. */
async function build(
  { db, catalog }: Opened,
  orders: number,
  { virtualPrinterPort, tell }: SeedOptions,
): Promise<void> {
  const house: House = { db, catalog, random: randomFrom(0), now: new Date(), staff: new Map() }
  const opening = LONGEST_AGO + 8 * WORKDAY
  tell({ zh: '账号、公司资料、打印机、仓库、联次', en: 'Sign-ins, company, printers, warehouses, copy sets' })
  await hirePeople(house, opening)
  await furnish(house, opening - 60, virtualPrinterPort)
  tell({ zh: '客户、商品、期初库存', en: 'Customers, products, opening stock' })
  await winCustomers(house, opening - WORKDAY)
  await listProducts(house, opening - 2 * WORKDAY)
  await receiveOpeningStock(house, opening - 3 * WORKDAY)
  await placeOrders(house, orders, tellSteps(orders, tell), otherWork(house))
}

async function addOrders(opened: Opened, count: number, tell: SeedOptions['tell']): Promise<number> {
  const { db, catalog } = opened
  const staff = await presentPeople(db)
  if (!staff) {
    tell({
      zh: '这个数据库不是演示数据：没有全部演示账号，没有加订单。',
      en: 'This database is not the demo: the demo sign-ins are not all there. No orders were added.',
    })
    return 1
  }
  if (count > MOST_BY_ACTIONS) {
    await addInBulk(opened, count, tell)
    return 0
  }
  const [row] = await db.select('SELECT COUNT(*) AS orders FROM orders')
  // Begun from the number of orders: each further run adds other ones.
  const random = randomFrom(Number(row?.orders))
  await placeOrders({ db, catalog, random, now: new Date(), staff }, count, tellSteps(count, tell))
  return 0
}

async function addInBulk({ db, catalog }: Opened, count: number, tell: SeedOptions['tell']): Promise<void> {
  if (count === 0) return
  const told = (made: number) =>
    tell({
      zh: `近两年的订单：已写入 ${made} 张，共 ${count} 张`,
      en: `Orders of the last two years: ${made} of ${count} written`,
    })
  await seedBulk(db, catalog, { orders: count, tell: told })
}

const tellSteps = (orders: number, tell: SeedOptions['tell']) => (done: number, of: number) =>
  tell({
    zh: `${orders} 张订单：第 ${done} 步，共 ${of} 步`,
    en: `${orders} orders: step ${done} of ${of}`,
  })
