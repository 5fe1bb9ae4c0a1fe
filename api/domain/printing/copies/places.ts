import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'

/** Where papers are scanned on their way through the house. */
export const places = {
  packing: { label: say('打包', 'Packing') },
  dispatch: { label: say('发货', 'Dispatch') },
  receiving: { label: say('收单', 'Receiving') },
  filing: { label: say('归档', 'Filing') },
} satisfies Record<string, ChoiceValue>

export type Place = keyof typeof places
