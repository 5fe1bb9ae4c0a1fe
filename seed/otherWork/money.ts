import { dayOf } from '../../api/engine/day.js'
import { atDesk, type House } from '../house.js'
import { idOf, ids } from './ids.js'
import { issueUnprinted } from './issueUnprinted.js'

/** Customers pay delivered orders: most by transfer and to the fen, one too much. */
export async function receiveMoney(house: House, ago: number, most: number) {
  const unpaid = await house.db.select(
    `SELECT o.id, o.customerId, o.grossAmount FROM orders o WHERE o.fulfilment IN ('shipped', 'delivered')
     AND NOT EXISTS (SELECT 1 FROM receipt_lines l WHERE l.orderId = o.id) ORDER BY o.id LIMIT ${most}`,
  )
  const methods = ['transfer', 'transfer', 'wechat', 'transfer', 'cash']
  await atDesk(house, 'finance', ago, async (desk) => {
    for (const [at, order] of unpaid.entries()) {
      const due = Number(order.grossAmount)
      const receipt = await desk.create('receipts', {
        customerId: Number(order.customerId),
        amount: at === 3 ? due + 50_000 : due,
        method: methods[at % methods.length],
        account: at % 5 === 4 ? '现金' : '椒江商业银行 1234',
        purpose: '货款',
        lines: [{ orderId: idOf(order), amount: due }],
      })
      // The newest waits until the bank shows it.
      if (at < unpaid.length - 1 || most > 4) await desk.act('receipts', 'receive', receipt.id)
    }
  })
}

/** Statements up to that day, for those who got the most deliveries; the last one is still a draft. */
export async function stateAccounts(house: House, ago: number) {
  const customers = await ids(
    house,
    `SELECT o.customerId AS id FROM shipments s JOIN orders o ON o.id = s.orderId
     WHERE s.status IN ('dispatched', 'delivered') GROUP BY o.customerId ORDER BY COUNT(*) DESC, o.customerId LIMIT 4`,
  )
  const made = await atDesk(house, 'finance', ago, async (desk) => {
    const periodTo = dayOf(desk.context.now)
    const statements: number[] = []
    for (const customerId of customers)
      statements.push((await desk.create('statements', { customerId, periodTo, terms: '月结 30 天' })).id)
    return statements
  })
  for (const id of made.slice(0, -1)) await issueUnprinted(house, 'finance', ago, 'statements', id)
}

/** One customer agrees with the statement, another does not. */
export async function hearAnswers(house: House, ago: number) {
  const [first, second] = await ids(house, "SELECT id FROM statements WHERE status = 'issued' ORDER BY id")
  if (first === undefined || second === undefined) return
  await atDesk(house, 'finance', ago, async (desk) => {
    await desk.act('statements', 'confirm', first, {
      confirmedBy: '对方会计 吴敏',
      confirmedOn: dayOf(desk.context.now),
      evidence: 'stamped',
    })
    const { closing } = await desk.read('statements', second)
    const claimedAmount = Math.max(Number(closing) - 12_000, 0)
    await desk.act('statements', 'dispute', second, { claimedAmount, reason: '有一箱破损，已电话说好折让' })
  })
}
