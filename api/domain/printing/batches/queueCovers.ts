import type { Context } from '../../../engine/context.js'
import { findRecords } from '../../../engine/records.js'
import { printers } from '../../refs.js'
import { currentTemplate } from '../templates/currentTemplate.js'
import { paperFor } from '../templates/paper.js'
import { queueJob } from '../jobs/queueJob.js'

/** A cover for each printer of the batch, in front of its papers. A house that has no such template prints without. */
export async function queueCovers(
  context: Context,
  { id, name, printerIds }: { id: number; name: string; printerIds: number[] },
): Promise<void> {
  const template = await currentTemplate(context, 'batch-cover')
  if (!template) return
  for (const printer of await findRecords(context, printers, { id: printerIds }))
    await queueJob(context, {
      title: `批次封面 ${name}`,
      printer,
      copies: [],
      templateId: template.id,
      paper: paperFor(template.papers, printer.paper),
      purpose: 'cover',
      batchId: id,
      batchPlace: 0,
    })
}
