import type { Text2 } from '../../engine/text.js'

/** Why a backup cannot be taken or restored, in one sentence for the person at the terminal or the console. */
export class BackupFault extends Error {
  constructor(readonly text: Text2) {
    super(`${text.en} ${text.zh}`)
  }
}
