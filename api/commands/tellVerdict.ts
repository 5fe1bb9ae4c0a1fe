import type { Text2 } from '../engine/text.js'
import { worded } from './worded.js'

/** Tells each fault, or that all is well, in the language of the terminal; answers the exit code. */
export function tellVerdict(faults: readonly Text2[], wellText: Text2): 0 | 1 {
  for (const text of faults.length > 0 ? faults : [wellText]) process.stdout.write(`${worded(text)}\n`)
  return faults.length > 0 ? 1 : 0
}
