import type { ChoiceValue } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

/** What whoever picks, packs or carries a product must mind. */
export const handlings: Record<string, ChoiceValue> = {
  fragile: { label: say('易碎', 'Fragile') },
  'keep-dry': { label: say('防潮', 'Keep dry') },
  'this-side-up': { label: say('向上', 'This side up') },
  heavy: { label: say('重货', 'Heavy') },
  long: { label: say('超长', 'Long') },
}
