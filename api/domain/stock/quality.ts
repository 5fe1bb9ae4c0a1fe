import { choice } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

export const qualityField = choice({
  label: say('库存状态', 'Quality'),
  required: true,
  fixed: true,
  default: 'good',
  width: 90,
  choices: {
    good: { label: say('良品', 'Good'), tone: 'success' },
    hold: { label: say('冻结', 'On hold'), tone: 'warning' },
    damaged: { label: say('残次', 'Damaged'), tone: 'error' },
  },
})
