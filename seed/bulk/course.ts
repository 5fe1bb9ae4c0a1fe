import type { Random } from '../random.js'

export interface Course {
  status: 'draft' | 'submitted' | 'confirmed' | 'completed' | 'cancelled'
  fulfilment: 'none' | 'reserved' | 'shipped' | 'delivered'
  shipment: 'draft' | 'issued' | 'dispatched' | 'delivered' | null
  /** ISO instants of what has happened. */
  entered: string
  submitted: string | null
  confirmed: string | null
  cancelled: string | null
  shipped: string | null
  issued: string | null
  dispatched: string | null
  delivered: string | null
}

const MINUTE = 60_000

/** How an order went: entered then, each step some while after the one before, as far as time has come. */
export function courseOf(random: Random, entered: number, now: number): Course {
  const isCancelled = random.chance(0.04)
  // Some are forgotten as drafts, wait for a confirmation, or for goods.
  const stopsAfter = isCancelled ? random.int(0, 1) : random.chance(0.03) ? random.int(0, 2) : 9
  let [at, step] = [entered, 0]
  const next = (least: number, most: number): string | null => {
    at += random.int(least, most) * MINUTE
    step += 1
    return step > stopsAfter || at > now ? null : iso(at)
  }
  const submitted = next(5, 90)
  const confirmed = submitted && next(10, 240)
  const shipped = confirmed && next(30, 1200)
  const issued = shipped && next(5, 90)
  const dispatched = issued && next(60, 1400)
  const delivered = dispatched && next(1000, 5700)
  const cancelled = isCancelled && at <= now && !confirmed ? iso(at) : null
  return {
    status: cancelled
      ? 'cancelled'
      : delivered
        ? 'completed'
        : confirmed
          ? 'confirmed'
          : submitted
            ? 'submitted'
            : 'draft',
    fulfilment: delivered ? 'delivered' : dispatched ? 'shipped' : confirmed ? 'reserved' : 'none',
    shipment: delivered
      ? 'delivered'
      : dispatched
        ? 'dispatched'
        : issued
          ? 'issued'
          : shipped
            ? 'draft'
            : null,
    ...{ entered: iso(entered), submitted, confirmed, cancelled, shipped, issued, dispatched, delivered },
  }
}

const iso = (instant: number): string => new Date(instant).toISOString()
