import type { Action } from '../../../engine/action.js'
import { lockRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { templates } from '../../refs.js'
import { publishEdition } from './publishEdition.js'

/** Publishes an older edition again, as the next one; answers that. The editions between stay. */
export const restoreTemplate: Action = {
  label: say('恢复为当前版本', 'Make it current again'),
  icon: 'undo',
  allow: ['admin'],
  confirm: say(
    '将以这一版的内容发布一个新版本，以后出的单据都用它；已出的单据不变。',
    'Its content is published as a new edition and used for what is issued from now on; issued papers stay as they are.',
  ),
  answers: 'templates',
  async run(context, record) {
    const { kind, name, edition, files, papers } = await lockRecord(context, templates, record.id)
    const again = { kind, name: `${name}(恢复第 ${edition} 版)`.slice(-80), files, papers }
    const { id } = await publishEdition(context, again, 'restore')
    return { resource: templates, id }
  },
}
