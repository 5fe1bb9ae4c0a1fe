import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'

/** How the copies of several papers lie in the pile: each paper's copies together, or all first copies, then all second ones. */
export const collations = {
  document: { label: say('按单分组', 'By paper') },
  copy: { label: say('按联分组', 'By copy') },
} satisfies Record<string, ChoiceValue>
