import type { Context } from '../../../engine/context.js'
import { findRecords, insertRecord, lockRecord } from '../../../engine/records.js'
import type { RecordOf } from '../../../engine/resource.js'
import type { Text2 } from '../../../engine/text.js'
import { copyScans, documentCopies, documents } from '../../refs.js'
import { proveJob } from '../jobs/proveJob.js'
import { raiseEvidence } from './raiseEvidence.js'
import type { Place } from './places.js'
import { meaningOf, type Outcome } from './scanMeaning.js'
import { updateCopies } from './updateCopies.js'

export interface Scan {
  id: number
  outcome: Outcome
  message: Text2
  /** The copy as it is now. */
  copy: RecordOf<typeof documentCopies>
  document: RecordOf<typeof documents>
}

/**
 * Takes note that somebody scanned this copy: it has been seen on paper, and what that means here is written down.
 * At receiving a signed copy is back by it; at receiving and filing a stale one is recalled by it. `wrong`: it was given
 * for the goods of that shipment, to which it does not belong; then nothing follows from it but that it was seen.
 */
export async function takeScan(
  context: Context,
  copyId: number,
  place: Place,
  wrong?: { shipmentId: number; message: Text2 },
): Promise<Scan> {
  const scanned = await lockRecord(context, documentCopies, copyId)
  const document = await lockRecord(context, documents, scanned.documentId)
  // Carbonless plies bear one code: whichever lies under the scanner, the pass that made them all is proven.
  const same =
    document.copyMode === 'carbonless'
      ? await findRecords(context, documentCopies, { documentId: document.id }, { lock: true })
      : [scanned]
  const { outcome, message, copy } = wrong
    ? { outcome: 'wrong' as const, message: wrong.message, copy: scanned }
    : meaningOf(scanned, same, document, place)
  const by = context.who.kind === 'user' ? context.who.id : null
  const ids = same.map(({ id }) => id)
  await raiseEvidence(context, ids, 'seen')
  await proveJob(context, document.id, copy.id)
  const seen = await findRecords(context, documentCopies, { id: ids }, { lock: true })
  await updateCopies(
    context,
    seen.filter(({ seenAt }) => seenAt === null),
    { seenAt: context.now, seenBy: by },
    'observe',
  )
  const [mine] = await findRecords(context, documentCopies, { id: copy.id }, { lock: true })
  const changes = {
    location: place,
    ...(outcome === 'returned' && {
      evidence: 'returned',
      returnStatus: 'returned',
      returnedAt: context.now,
      returnedBy: by,
    }),
    ...(outcome === 'recalled' &&
      copy.validity === 'recall' && { validity: 'recalled', recalledAt: context.now, recalledBy: by }),
  }
  await updateCopies(context, mine && !wrong ? [mine] : [], changes, outcome === 'current' ? 'scan' : outcome)
  const noted = await insertRecord(
    context,
    copyScans,
    {
      code: scanned.code,
      outcome,
      place,
      message,
      copyId: copy.id,
      documentId: document.id,
      shipmentId: wrong?.shipmentId ?? document.shipmentId,
      scannedBy: by,
    },
    'scan',
  )
  return {
    id: noted.id,
    outcome,
    message,
    copy: await lockRecord(context, documentCopies, copy.id),
    document,
  }
}
