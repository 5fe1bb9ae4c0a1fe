import type { Database } from '../../db/database.js'
import { decide, type Principal } from '../../engine/access.js'
import type { Catalog } from '../../engine/catalog.js'
import { dayOf, startOfDay } from '../../engine/day.js'
import { whereOf } from '../../engine/filters.js'
import { houseSettings } from '../settings/houseSettings.js'
import { shortOrders } from './shortOrders.js'

/** A number of the house and the list that it counts: whoever opens that list sees exactly these records. */
export interface Figure {
  name: string
  resource: string
  filter: Record<string, unknown>
  count: number
}

interface Question {
  name: string
  resource: string
  filter: Record<string, unknown>
}

export const notCancelled = ['draft', 'submitted', 'confirmed', 'completed']
const DAY_MS = 86400_000
const unshipped = ['none', 'reserved', 'partly-shipped']
const yesterdayOf = (now: string) => dayOf(new Date(Date.parse(startOfDay(dayOf(now))) - 1))

/** The questions in the order of the screen. Days are Shanghai days. */
const questions = (now: string, confirmWithinDays: number): Question[] => {
  const today = dayOf(now)
  const waitedTooLong = dayOf(new Date(Date.parse(now) - confirmWithinDays * DAY_MS))
  return [
    {
      name: 'today',
      resource: 'orders',
      filter: { status: notCancelled, createdAt_gte: today, createdAt_lte: today },
    },
    {
      name: 'late',
      resource: 'orders',
      filter: {
        status: ['submitted', 'confirmed'],
        fulfilment: unshipped,
        requestedDate_lte: yesterdayOf(now),
      },
    },
    { name: 'toConfirm', resource: 'orders', filter: { status: 'submitted' } },
    {
      name: 'unconfirmed',
      resource: 'orders',
      filter: { status: 'submitted', submittedAt_lte: waitedTooLong },
    },
    {
      name: 'toShip',
      resource: 'orders',
      filter: { status: 'confirmed', fulfilment: ['reserved', 'partly-shipped'] },
    },
    {
      name: 'queue',
      resource: 'print-jobs',
      filter: { status: ['queued', 'held', 'rendering', 'sending', 'accepted', 'printing'] },
    },
    { name: 'stuck', resource: 'print-jobs', filter: { status: ['failed', 'uncertain'] } },
    { name: 'printersDown', resource: 'printers', filter: { status: ['stopped', 'unreachable'] } },
  ]
}

/** The numbers that this person may know; a number over records that they may not read is left out. */
export async function figuresOf(
  db: Database,
  catalog: Catalog,
  who: Principal,
  now: string,
): Promise<Figure[]> {
  const mine = (resource: string) => decide(catalog.get(resource).of.rights.read, who) !== false
  const { confirmWithinDays } = await houseSettings({ db })
  const counted = questions(now, confirmWithinDays)
    .filter(({ resource }) => mine(resource))
    .map(async (question): Promise<Figure> => {
      const { of, sql } = catalog.get(question.resource)
      const where = whereOf(of, question.filter, who)
      const [row] = await db.select(`SELECT COUNT(*) AS n FROM ${sql.table} WHERE ${where.sql}`, where.values)
      return { ...question, count: Number(row?.n) }
    })
  const figures = await Promise.all(counted)
  if (!mine('orders') || !mine('stock-balances')) return figures
  const ids = await shortOrders(db)
  const short = { name: 'short', resource: 'orders', filter: { id: ids }, count: ids.length }
  return [...figures.slice(0, 2), short, ...figures.slice(2)]
}
