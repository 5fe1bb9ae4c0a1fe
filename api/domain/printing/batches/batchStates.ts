import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'

/** A batch follows its jobs; only while it is made ready, paused or cancelled it does not. */
export const batchStates = {
  assembling: { label: say('准备中', 'Being made ready'), tone: 'neutral' },
  open: { label: say('打印中', 'Printing'), tone: 'info' },
  doubtful: { label: say('待确认', 'To be decided'), tone: 'error' },
  paused: { label: say('已暂停', 'Paused'), tone: 'warning' },
  done: { label: say('已完成', 'Done'), tone: 'success' },
  incomplete: { label: say('有未印出', 'Incomplete'), tone: 'warning' },
  canceled: { label: say('已取消', 'Canceled'), tone: 'neutral' },
} satisfies Record<string, ChoiceValue>

export type BatchState = keyof typeof batchStates
