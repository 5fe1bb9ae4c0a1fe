import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'

/** How copies come out: a labelled sheet each, or one pass through carbonless plies. */
export const copyModes = {
  sheets: { label: say('每联一张', 'A sheet per copy') },
  carbonless: { label: say('压感纸一次成联', 'One pass, carbonless') },
} satisfies Record<string, ChoiceValue>
