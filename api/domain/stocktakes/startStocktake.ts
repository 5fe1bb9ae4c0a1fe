import { userIdOf } from '../access/userIdOf.js'
import type { Action } from '../../engine/action.js'
import { Conflict } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { asNumbers } from '../../engine/shapes.js'
import { say } from '../../engine/text.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { stocktakes } from '../refs.js'

import { freezeLines } from './freezeLines.js'

/** Freezes the book quantities and gives the stocktake its number; counting begins. */
export const startStocktake: Action = {
  label: say('开始盘点', 'Start'),
  icon: 'resume',
  tone: 'primary',
  allow: ['warehouse'],
  confirm: say(
    '账面数在此刻冻结；盘点期间照常收发，系统会把进出算进差异。',
    'The book quantities are frozen now. Goods may go on moving; what moves is taken into account.',
  ),
  async run(context, { id }) {
    const stocktake = await lockRecord(context, stocktakes, id)
    const lineCount = await freezeLines(context, stocktake, asNumbers(stocktake.products))
    if (lineCount === 0)
      throw Conflict(
        say(
          '这个仓库没有这种状态的库存可盘；要盘的商品请逐个选出。',
          'This warehouse holds no stock of that quality; choose the products that are to be counted.',
        ),
      )
    const no = await takeNumber(context, 'PD', { resource: 'stocktakes', id })
    await updateRecord(
      context,
      stocktakes,
      stocktake,
      { no, status: 'counting', lineCount, startedAt: context.now, startedBy: userIdOf(context) },
      'start',
    )
    return { resource: stocktakes, id }
  },
}
