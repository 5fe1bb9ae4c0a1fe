import type { ChoiceValue } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

/** How money comes in. */
export const paidBy = {
  transfer: { label: say('银行转账', 'Bank transfer') },
  cash: { label: say('现金', 'Cash') },
  wechat: { label: say('微信', 'WeChat Pay') },
  alipay: { label: say('支付宝', 'Alipay') },
  acceptance: { label: say('承兑汇票', 'Acceptance bill') },
  cod: { label: say('货到付款', 'Cash on delivery') },
} satisfies Record<string, ChoiceValue>
