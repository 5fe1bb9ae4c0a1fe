import type { Context } from '../../engine/context.js'
import { dayAfter } from './dayAfter.js'
import { shipped } from './facts.js'

export interface Ageing {
  within30: number
  within60: number
  within90: number
  older: number
}

/**
 * How old what is owed is. Payments settle the oldest goods first, so what is open are the newest ones that come to
 * the balance; what is left over is older than ninety days. Nothing owed, nothing aged.
 */
export async function ageingOf(
  context: Context,
  { customerId, to, closing }: { customerId: number; to: string; closing: number },
): Promise<Ageing> {
  const ageing: Ageing = { within30: 0, within60: 0, within90: 0, older: 0 }
  let open = Math.max(closing, 0)
  if (open === 0) return ageing
  const goods = await shipped(context, { customerId, to, from: dayAfter(to, -89), tellerId: null })
  for (const { day, amount } of goods.sort((a, b) => (a.day < b.day ? 1 : -1))) {
    const part = Math.min(open, amount)
    open -= part
    ageing[day > dayAfter(to, -30) ? 'within30' : day > dayAfter(to, -60) ? 'within60' : 'within90'] += part
  }
  return { ...ageing, older: open }
}
