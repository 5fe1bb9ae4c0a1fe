import type { Action } from '../../../engine/action.js'
import { say } from '../../../engine/text.js'
import { printBatches } from '../../refs.js'
import { closeBatch } from './closeBatch.js'

/** A batch whose making broke off (the connection, the server) is printed as far as it came. */
export const printReady: Action = {
  label: say('打印已备好的', 'Print what is ready'),
  icon: 'resume',
  tone: 'primary',
  allow: ['clerk', 'warehouse'],
  when: { status: ['assembling'] },
  confirm: say(
    '这一批还没有准备完。只打印已经备好的单据？',
    'This batch is not complete. Print only what is ready?',
  ),
  async run(context, batch) {
    await closeBatch(context, batch.id, [])
    return { resource: printBatches, id: batch.id }
  },
}
