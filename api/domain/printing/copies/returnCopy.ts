import type { Action } from '../../../engine/action.js'
import { text } from '../../../engine/fields/index.js'
import { updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { documentCopies } from '../../refs.js'
import { paperHandlers } from './paperHandlers.js'

/** The signed copy is back. */
export const returnCopy: Action = {
  label: say('登记回单', 'Returned'),
  icon: 'confirm',
  tone: 'primary',
  allow: paperHandlers,
  when: { mustReturn: [true], validity: ['current'], returnStatus: [null, 'awaited'] },
  bulk: true,
  input: {
    note: text({ label: say('备注', 'Note'), help: say('如：少收 2 件。', 'Such as: 2 short.'), max: 200 }),
  },
  async run(context, copy, { note }) {
    const by = context.who.kind === 'user' ? context.who.id : null
    const changes = {
      evidence: 'returned',
      returnStatus: 'returned',
      returnedAt: context.now,
      returnedBy: by,
      note: note ?? copy.note,
    }
    await updateRecord(
      context,
      documentCopies,
      { ...copy, version: Number(copy.version) },
      changes,
      'returned',
    )
    return { resource: documentCopies, id: copy.id }
  },
}
