import type { ChoiceValue } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

/** By what a customer's agreement can be shown later. */
export const evidences = {
  stamped: { label: say('盖章回执', 'Stamped slip') },
  email: { label: say('邮件', 'Mail') },
  wechat: { label: say('微信', 'WeChat') },
  other: { label: say('其他', 'Other') },
} satisfies Record<string, ChoiceValue>
