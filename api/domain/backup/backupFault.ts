import { say, type Text2 } from '../../engine/text.js'

/** Why a backup cannot be taken or restored, in one sentence for the person at the terminal or the console. */
export class BackupFault extends Error {
  constructor(readonly text: Text2) {
    super(`${text.en} ${text.zh}`)
  }
}

export const damaged = (zh: string, en: string) =>
  new BackupFault(
    say(`备份文件已损坏：${zh}。请用另一份备份。`, `The backup is damaged: ${en}. Use another one.`),
  )

export const notOurs = () =>
  new BackupFault(say('这个文件不是 Slipway 的备份。', 'This file is no backup of Slipway.'))
