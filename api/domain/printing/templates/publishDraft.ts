import type { Action } from '../../../engine/action.js'
import { text } from '../../../engine/fields/index.js'
import { Conflict } from '../../../engine/problems.js'
import { deleteRecord, lockRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { templateDrafts, templates } from '../../refs.js'
import { currentTemplate } from './currentTemplate.js'
import { publishEdition } from './publishEdition.js'
import { templateHash } from './templateFiles.js'

/** Makes the draft the next edition; answers that. Only what a print server has drawn once can be published. */
export const publishDraft: Action = {
  label: say('发布', 'Publish'),
  icon: 'approve',
  tone: 'primary',
  allow: ['admin'],
  input: { name: text({ label: say('改了什么', 'What is new'), required: true, max: 80 }) },
  answers: 'templates',
  async run(context, record, input) {
    const draft = await lockRecord(context, templateDrafts, record.id)
    const { kind, files, papers } = draft
    const current = await currentTemplate(context, kind)
    if (current && current.id !== draft.baseId)
      throw Conflict(
        say(
          `草稿是从旧版本改的，当前已是第 ${current.edition} 版；请先比较，再以当前版本为基础发布。`,
          `The draft began from an older edition and the current one is ${current.edition} now; compare them and take that as its base.`,
        ),
      )
    if (draft.drawnSha256 !== templateHash(files, papers))
      throw Conflict(
        say(
          '这份草稿还没有预览成功，请先预览再发布。',
          'This draft was not drawn yet; preview it first, then publish it.',
        ),
      )
    const edition = await publishEdition(
      context,
      { kind, name: String(input.name), files, papers },
      'publish',
    )
    await deleteRecord(context, context.catalog.get('template-drafts'), { ...draft })
    return { resource: templates, id: edition.id }
  },
}
