import type { Context } from '../../../engine/context.js'
import { findRecords } from '../../../engine/records.js'
import { asNumbers } from '../../../engine/shapes.js'
import { documentCopies } from '../../refs.js'
import { isPerhapsOnPaper, isStronger, type Evidence } from './evidence.js'
import { updateCopies } from './updateCopies.js'

/**
 * Tells the copies of a job what was observed of it. A copy that was withdrawn before it came out and came out all
 * the same is to be recalled.
 */
export async function raiseEvidence(context: Context, copyIds: unknown, evidence: Evidence): Promise<void> {
  if (!isPerhapsOnPaper(evidence)) return
  const ids = asNumbers(copyIds)
  if (ids.length === 0) return
  const copies = await findRecords(context, documentCopies, { id: ids }, { lock: true })
  const lower = copies.filter((copy) => isStronger(evidence, copy.evidence))
  const stale = ({ validity }: { validity: string }) => validity === 'withdrawn'
  await updateCopies(context, lower.filter(stale), { evidence, validity: 'recall' }, 'observe')
  await updateCopies(
    context,
    lower.filter((copy) => !stale(copy)),
    { evidence },
    'observe',
  )
}
