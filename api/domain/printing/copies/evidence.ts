import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'

/** What was really observed of a paper, from the weakest to the strongest: what was once observed is never unsaid. */
export const evidences = {
  none: { label: say('无', 'None'), tone: 'neutral' },
  rendered: { label: say('已排版存档', 'Rendered'), tone: 'neutral' },
  accepted: { label: say('打印机已接收', 'Accepted'), tone: 'info' },
  completed: { label: say('打印机报告完成', 'Completed'), tone: 'success' },
  seen: { label: say('已见纸', 'Seen'), tone: 'success' },
  returned: { label: say('已回单', 'Returned'), tone: 'success' },
} satisfies Record<string, ChoiceValue>

export type Evidence = keyof typeof evidences

const levels = Object.keys(evidences)

export const isStronger = (evidence: string, than: string): boolean =>
  levels.indexOf(evidence) > levels.indexOf(than)

/** Whether the paper may be in the world: a printer had it. */
export const isPerhapsOnPaper = (evidence: string): boolean => isStronger(evidence, 'rendered')
