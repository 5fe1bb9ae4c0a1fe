import type { Context } from '../../engine/context.js'
import { findRecords } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { asObjects } from '../../engine/shapes.js'
import { supersedeDocument } from '../printing/documents/supersedeDocument.js'
import { documents, handovers } from '../refs.js'
import { shipmentsToHandOver } from './shipmentsToHandOver.js'

/**
 * Completes a handover from its shipments. Changing one that is issued takes it back to a draft: its sheet is no
 * longer true, and goods are only handed over by a sheet that is.
 */
export async function prepareHandover(
  context: Context,
  values: Stored,
  before: Stored | null,
): Promise<Stored> {
  const id = Number(before?.id ?? 0)
  const given = asObjects(values.lines ?? before?.lines)
  const found = await shipmentsToHandOver(
    context,
    given.map(({ shipmentId }) => Number(shipmentId)),
    id,
  )
  const lines = given.map((line, at) => {
    const { id: shipmentId, warehouseId: _, packages, weightKg, ...shipment } = found[at] ?? {}
    return {
      ...line,
      shipmentId,
      ...shipment,
      packages: line.packages ?? packages,
      weightKg: line.weightKg ?? weightKg ?? null,
    }
  })
  if (before?.status === 'issued')
    for (const sheet of await findRecords(context, documents, {
      subject: handovers.name,
      subjectId: id,
      status: 'issued',
    }))
      await supersedeDocument(context, sheet)
  const weights = lines.map(({ weightKg }) => Number(weightKg ?? 0))
  const weight = weights.reduce((sum, one) => sum + one, 0)
  return {
    ...values,
    ...(before && { status: 'draft' }),
    lines,
    warehouseId: found[0]?.warehouseId,
    packages: lines.reduce((sum, line) => sum + Number(line.packages), 0),
    weightKg: weight > 0 ? weight : null,
  }
}
