import type { Action } from '../../../engine/action.js'
import { boolean } from '../../../engine/fields/index.js'
import { Conflict, Invalid } from '../../../engine/problems.js'
import { findRecords, updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { printJobs } from '../../refs.js'
import { hasLooked } from '../documents/documentLooks.js'

/**
 * A named person has opened the preview and found it right: the document's jobs that waited for that are printed.
 * What was looked at is the archived PDF, so it is what comes out.
 */
export const checkJob: Action = {
  label: say('核对', 'Check'),
  icon: 'confirm',
  tone: 'primary',
  allow: ['clerk', 'warehouse', 'supervisor'],
  when: { status: ['held'], needsCheck: [true] },
  input: {
    checked: boolean({
      label: say('已打开预览并核对无误', 'I have opened the preview and it is right'),
      required: true,
      default: false,
    }),
  },
  async run(context, job, { checked }) {
    if (checked !== true)
      throw Invalid({
        checked: say('请先打开预览核对，再打勾。', 'Open the preview, compare, then tick this.'),
      })
    const documentId = Number(job.documentId)
    if (!(await hasLooked(context, documentId)))
      throw Conflict(
        say(
          '您还没有打开过这张单据的预览，请先打开看一遍。',
          'You have not opened the preview of this document yet.',
        ),
      )
    const by = context.who.kind === 'user' ? context.who.id : null
    const waiting = await findRecords(
      context,
      printJobs,
      { documentId, needsCheck: true, status: 'held' },
      { lock: true },
    )
    for (const one of waiting)
      await updateRecord(
        context,
        printJobs,
        one,
        { status: 'queued', reasons: [], needsCheck: false, checkedAt: context.now, checkedBy: by },
        'check',
      )
    return { resource: printJobs, id: job.id }
  },
}
