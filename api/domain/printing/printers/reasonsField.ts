import { choice } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'
import { printerReasons } from './printerReasons.js'

/** Why nothing comes out, in the words of the printer where they are known; `width` in px. */
export const reasonsField = (width: number, label = say('原因', 'Reasons')) =>
  choice({
    label,
    readOnly: true,
    many: true,
    default: [],
    open: true,
    choices: printerReasons,
    width,
  })
