import type { Context } from '../../engine/context.js'
import { Conflict, Invalid } from '../../engine/problems.js'
import type { Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { ageingOf } from './ageingOf.js'
import { factsOf, type Fact } from './facts.js'
import { formerStatement, type Former } from './formerStatement.js'

/** More product lines than this, and a statement shows a shipment in one line. */
const MOST_LINES = 1000

export interface Asked {
  /** 0 while it is not stored. */
  id: number
  customerId: number
  periodFrom: string | null
  periodTo: string
  carriedIn: number
}

export interface Computed {
  values: Stored
  /** What it tells, also in its opening; each is told once. */
  facts: Fact[]
}

/**
 * A statement from the facts that no other one has told. It opens with the former one's closing; the first one with
 * what was carried in and all that happened before its period. opening + charges − received = closing, always.
 */
export async function computeStatement(context: Context, asked: Asked): Promise<Computed> {
  const { customerId, periodTo } = asked
  const former = await formerStatement(context, customerId, asked.id)
  const periodFrom = asked.periodFrom ?? former?.next ?? `${periodTo.slice(0, 7)}-01`
  refuseGap({ ...asked, periodFrom }, former)
  const facts = await factsOf(context, { customerId, to: periodTo, tellerId: asked.id })
  const before = former ? [] : facts.filter(({ day }) => day < periodFrom)
  const within = former ? facts : facts.filter(({ day }) => day >= periodFrom)

  const opening = (former?.closing ?? asked.carriedIn) + sumOf(before)
  const charges = sumOf(within.filter(({ kind }) => kind === 'shipment'))
  const received = -sumOf(within.filter(({ kind }) => kind !== 'shipment'))
  const closing = opening + charges - received
  return {
    facts,
    values: {
      periodFrom,
      opening,
      charges,
      received,
      closing,
      ageing: await ageingOf(context, { customerId, to: periodTo, closing }),
      lines: linesOf(within, opening, periodFrom),
    },
  }
}

const sumOf = (facts: readonly Fact[]): number => facts.reduce((sum, { amount }) => sum + amount, 0)

function refuseGap(
  { periodFrom, periodTo, carriedIn }: Asked & { periodFrom: string },
  former: Former | null,
) {
  if (periodFrom > periodTo)
    throw Invalid({ periodTo: say('期间的末日早于首日。', 'The last day is before the first.') })
  if (!former) return
  if (former.periodTo >= periodTo)
    throw Conflict(
      say(
        `该客户已有到 ${former.periodTo} 为止的对账单 ${former.no}；更早的不能再出，更正会列入下一份。`,
        `The customer has statement ${former.no} up to ${former.periodTo}; an earlier one cannot change any more. Corrections go into the next.`,
      ),
    )
  if (periodFrom !== former.next)
    throw Invalid({
      periodFrom: say(
        `上一份 ${former.no} 到 ${former.periodTo} 为止，这一份应从 ${former.next} 开始。`,
        `The former one, ${former.no}, ends on ${former.periodTo}; this one begins on ${former.next}.`,
      ),
    })
  if (carriedIn !== 0)
    throw Invalid({
      carriedIn: say(
        `只有第一份对账单可以结转；这一份的期初是 ${former.no} 的期末。`,
        `Only a first statement carries anything in; this one opens with the closing of ${former.no}.`,
      ),
    })
}

/** With the balance after each line. What was told late says so. */
function linesOf(facts: readonly Fact[], opening: number, periodFrom: string): Stored[] {
  const isLong = facts.reduce((sum, { lines }) => sum + lines.length, 0) > MOST_LINES
  let balance = opening
  return facts.flatMap(({ kind, day, no, amount, lines }) =>
    (isLong ? [inOneLine(lines, amount)] : lines).map((line) => {
      balance += line.amount
      return {
        day,
        kind,
        no,
        summary: `${day < periodFrom ? '补记 ' : ''}${line.summary}`.slice(0, 200),
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        charge: kind === 'shipment' ? line.amount : null,
        payment: kind === 'shipment' ? null : -line.amount,
        balance,
      }
    }),
  )
}

function inOneLine(lines: Fact['lines'], amount: number): Fact['lines'][number] {
  const [first] = lines
  if (first && lines.length === 1) return first
  return { summary: `${first?.summary} 等 ${lines.length} 行`, quantity: null, unitPrice: null, amount }
}
