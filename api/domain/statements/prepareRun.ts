import type { Context } from '../../engine/context.js'
import { dayOf } from '../../engine/day.js'
import { Invalid } from '../../engine/problems.js'
import type { Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { userIdOf } from '../access/userIdOf.js'

/** Only a month that is over has all its facts. */
export async function prepareRun(context: Context, values: Stored): Promise<Stored> {
  const month = String(values.month)
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month))
    throw Invalid({ month: say('请填写月份，如 2026-11。', 'Please enter a month such as 2026-11.') })
  if (month >= dayOf(context.now).slice(0, 7))
    throw Invalid({ month: say('这个月还没有结束。', 'That month is not over yet.') })
  return { ...values, madeBy: userIdOf(context) }
}
