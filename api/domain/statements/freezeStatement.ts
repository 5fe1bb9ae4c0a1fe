import type { Context } from '../../engine/context.js'
import { formatDecimal } from '../../engine/decimal.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { asObject } from '../../engine/shapes.js'
import { frozenCustomer } from '../customers/frozenCustomer.js'
import { amountInWords } from '../money/amountInWords.js'
import type { statements } from '../refs.js'

const buckets = { within30: '30 天以内', within60: '31–60 天', within90: '61–90 天', older: '90 天以上' }

/** What the paper shows of a statement. */
export async function freezeStatement(
  context: Context,
  statement: RecordOf<typeof statements>,
): Promise<Stored> {
  const { opening, charges, received, closing, lines } = statement
  const ageing = asObject(statement.ageing)
  return {
    customer: await frozenCustomer(context, statement.customerId),
    statement: {
      from: statement.periodFrom,
      to: statement.periodTo,
      replyBy: statement.replyBy,
      terms: statement.terms,
      salesperson: await salespeopleOf(context, statement.id),
      opening,
      charges,
      received,
      closing,
      closingInWords: amountInWords(closing),
      ageing: Object.entries(buckets).map(([key, label]) => ({ label, amount: Number(ageing[key] ?? 0) })),
    },
    lines: lines.map((line) => ({
      date: line.day,
      no: line.no,
      summary: line.summary,
      quantity: line.quantity === null ? null : formatDecimal(line.quantity, 4),
      unitPrice: line.unitPrice === null ? null : formatDecimal(line.unitPrice, 6),
      charge: line.charge,
      payment: line.payment,
      balance: line.balance,
    })),
  }
}

/** Who took the orders whose goods it tells of. */
async function salespeopleOf({ db, tx }: Context, statementId: number): Promise<string | null> {
  const people = await db.select(
    `SELECT DISTINCT u.name FROM statement_facts f JOIN shipments s ON s.id = f.factId JOIN orders o ON o.id = s.orderId
       JOIN users u ON u.id = o.enteredBy WHERE f.statementId = ? AND f.kind = 'shipment' ORDER BY u.name`,
    [statementId],
    tx,
  )
  return people.map(({ name }) => String(name)).join('、') || null
}
