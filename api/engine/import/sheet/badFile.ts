import { problem } from '../../problem.js'
import type { Text2 } from '../../text.js'

/** A file that cannot be imported as it is; the sentence says what to do about it. */
export const BadFile = problem('bad_file', 422, (text: Text2) => ({ ...text, errors: { file: text } }))
