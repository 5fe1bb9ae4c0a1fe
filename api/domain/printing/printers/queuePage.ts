import type { Context } from '../../../engine/context.js'
import { Conflict } from '../../../engine/problems.js'
import type { Stored } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { currentTemplate } from '../templates/currentTemplate.js'
import { paperFor } from '../templates/paper.js'
import { queueJob } from '../jobs/queueJob.js'
import { templateKinds } from '../documents/documentKinds.js'

/** Queues a page that tries the printer itself, on the paper that it holds. */
export async function queuePage(
  context: Context,
  printer: Stored & { id: number },
  kind: 'test-page' | 'ruler-page' | 'drift-page',
) {
  const { zh = '', en = '' } = templateKinds[kind]?.label ?? {}
  const template = await currentTemplate(context, kind)
  if (!template) throw Conflict(say(`没有${zh}的模板。`, `There is no template for this: ${en}.`))
  return queueJob(context, {
    title: `${zh} ${String(printer.name)}`,
    printer,
    copies: [],
    templateId: template.id,
    paper: paperFor(template.papers, printer.paper === null ? null : String(printer.paper)),
    purpose: 'test-page',
  })
}
