import { text } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

/** The input of every verb that must be justified. */
export const reasonInput = { reason: text({ label: say('原因', 'Reason'), required: true, max: 200 }) }
