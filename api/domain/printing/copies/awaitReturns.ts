import type { Context } from '../../../engine/context.js'
import { dayOf } from '../../../engine/day.js'
import { findRecords } from '../../../engine/records.js'
import { documentCopies, documents } from '../../refs.js'
import { updateCopies } from './updateCopies.js'

const DAYS = 15
const DAY_MS = 86_400_000

/** The goods have left: from now on the copies that shall come back signed are waited for. */
export async function awaitReturns(context: Context, shipmentId: number): Promise<void> {
  const papers = await findRecords(context, documents, { shipmentId, status: 'issued' })
  const copies = await findRecords(
    context,
    documentCopies,
    { documentId: papers.map(({ id }) => id), mustReturn: true, returnStatus: null },
    { lock: true },
  )
  const daysOf = ({ returnDays }: { returnDays: number | null }) => returnDays ?? DAYS
  for (const days of new Set(copies.map(daysOf))) {
    const due = copies.filter((copy) => daysOf(copy) === days)
    const dueOn = dayOf(new Date(Date.parse(context.now) + days * DAY_MS))
    await updateCopies(context, due, { returnStatus: 'awaited', dueOn }, 'await-return')
  }
}
