import type { Action } from '../../../engine/action.js'
import { text } from '../../../engine/fields/index.js'
import { updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { documentCopies } from '../../refs.js'
import { paperHandlers } from './paperHandlers.js'

/** A copy that no longer holds is back, or known to be destroyed. */
export const recallCopy: Action = {
  label: say('登记收回', 'Recalled'),
  icon: 'retry',
  tone: 'primary',
  allow: paperHandlers,
  when: { validity: ['recall'] },
  bulk: true,
  input: {
    note: text({
      label: say('备注', 'Note'),
      help: say('如：已当面作废。', 'Such as: destroyed.'),
      max: 200,
    }),
  },
  async run(context, copy, { note }) {
    const by = context.who.kind === 'user' ? context.who.id : null
    const changes = { validity: 'recalled', recalledAt: context.now, recalledBy: by, note: note ?? copy.note }
    await updateRecord(context, documentCopies, { ...copy, version: Number(copy.version) }, changes, 'recall')
    return { resource: documentCopies, id: copy.id }
  },
}
