import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'

/** Whether a copy may be used, and whether one that may not is still out there. */
export const copyValidity = {
  current: { label: say('有效', 'Current'), tone: 'success' },
  withdrawn: { label: say('已失效（未打印）', 'Withdrawn, never printed'), tone: 'neutral' },
  recall: { label: say('已失效待收回', 'To be recalled'), tone: 'error' },
  recalled: { label: say('已收回', 'Recalled'), tone: 'neutral' },
} satisfies Record<string, ChoiceValue>
