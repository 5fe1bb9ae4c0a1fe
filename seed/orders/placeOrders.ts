import { inventCustomers } from '../customers.js'
import { demoGoods, warehouseIds } from '../goods.js'
import type { House } from '../house.js'
import type { Step } from '../otherWork/step.js'
import { OFFICE_PRINTER } from '../premises.js'
import { randomFrom } from '../random.js'
import { WORKDAY } from '../workingTime.js'
import { courses, gaps, type Course } from './courses.js'
import { draftOrder, type Trading } from './draft.js'
import { verbs, type Progress } from './verbs.js'

/** No step of an order lies longer ago than this many working minutes. */
export const LONGEST_AGO = 30 * WORKDAY

const everyCourse = courses.flatMap((course) => Array.from({ length: course.share }, () => course))

/**
 * Plans so many orders over the last weeks, then takes all their steps, and the others, in the order of time, so that numbers,
 * ids and the audit trail run as they would have.
 */
export async function placeOrders(
  house: House,
  count: number,
  tell: (done: number, of: number) => void,
  others: readonly Step[] = [],
): Promise<void> {
  const trading = await openTrading(house)
  const steps: Step[] = [...others]
  // 37 shares no factor with 100: also a few orders come in many states.
  for (let at = 0; at < count; at++) steps.push(...plan(house, trading, courseAt(at * 37)))
  steps.sort((a, b) => b.ago - a.ago)
  for (const [at, step] of steps.entries()) {
    await step.take()
    if ((at + 1) % 250 === 0 || at + 1 === steps.length) tell(at + 1, steps.length)
  }
}

function courseAt(at: number): Course {
  const course = everyCourse[at % everyCourse.length]
  if (!course) throw new Error('There are no courses.')
  return course
}

function plan(house: House, trading: Trading, course: Course): Step[] {
  const { random } = house
  const order: Progress = {
    house,
    trading,
    body: draftOrder(house, trading, course.wish ?? {}),
    seller: random.chance(0.75) ? 'clerk' : 'sales',
    id: 0,
    shipmentIds: [],
  }
  const [least, most] = course.quietDays
  let ago = random.between(least, most) * WORKDAY + 1
  const steps = course.verbs.toReversed().map((verb): Step => {
    const step = { ago, take: () => verbs[verb](order, step.ago) }
    ago += random.between(...gaps[verb])
    return step
  })
  return steps.reverse()
}

/** What is traded with whom: the demo's own customers and goods, whatever else is in the database. */
async function openTrading(house: House): Promise<Trading> {
  const { db } = house
  const codes = inventCustomers(randomFrom(0)).map(({ code }) => code)
  const customers = await db.select(
    `SELECT id, address FROM customers WHERE code IN (${codes.map(() => '?').join(', ')}) ORDER BY id`,
    codes,
  )
  const [printer] = await db.select('SELECT id FROM printers WHERE name = ?', [OFFICE_PRINTER])
  return {
    customers: customers.map(({ id, address }) => ({ id: Number(id), address: String(address) })),
    goods: await demoGoods(house),
    warehouses: await warehouseIds(house),
    officePrinterId: Number(printer?.id),
  }
}
