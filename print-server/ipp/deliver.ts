import { Ended, type Delivery, type End, type Order, type Outcome } from './delivery.js'
import { recover } from './recover.js'
import { send } from './send.js'
import { Waiting } from './waiting.js'
import { watch } from './watch.js'

/**
 * Brings one job to its end at its printer, from wherever an earlier attempt left it. The way is
 * prepared → created → sending → accepted; each state is stored before the next byte goes to the printer, and a
 * delivery that failed midway goes through the same recovery as one whose process was killed. Throws `Stopped` when
 * the lease is lost or the process drains, and whatever the ledger throws.
 */
export async function deliver(order: Order): Promise<Outcome> {
  const { attempt } = order.job
  const delivery: Delivery = {
    ...order,
    waiting: new Waiting(order),
    attempt,
    mayBeCut: attempt?.state === 'sending',
    documentBytes: order.knownBytes,
    sheets: null,
    resends: 0,
    cancels: 0,
    busyLooks: 0,
    abandoned: [],
  }
  const end = await untilEnd(delivery)
  if (end.outcome !== 'dropped') await close(delivery, end)
  return end.outcome
}

async function untilEnd(delivery: Delivery): Promise<End> {
  try {
    for (;;) {
      delivery.run.checkpoint()
      const end = await step(delivery)
      if (end) return end
    }
  } catch (error) {
    if (error instanceof Ended) return error.end
    throw error
  }
}

function step(delivery: Delivery): Promise<End | null> {
  const { attempt } = delivery
  if (!attempt) return send(delivery)
  return attempt.state === 'accepted' ? watch(delivery, attempt) : recover(delivery, attempt)
}

async function close(delivery: Delivery, end: End): Promise<void> {
  if (end.outcome === 'dropped') return
  await delivery.ledger.commit({
    reasons: [],
    ...end.report,
    status: end.outcome,
    ...(delivery.attempt && { attempt: { ...end.report?.attempt, n: delivery.attempt.n, ended: true } }),
  })
}
