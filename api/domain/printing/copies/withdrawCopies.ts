import type { Context } from '../../../engine/context.js'
import { findRecords } from '../../../engine/records.js'
import { documentCopies } from '../../refs.js'
import { isPerhapsOnPaper } from './evidence.js'
import { updateCopies } from './updateCopies.js'

/** The copies of a paper that is no longer true: those that may be on paper are to be recalled. */
export async function withdrawCopies(context: Context, documentId: number): Promise<void> {
  const current = await findRecords(
    context,
    documentCopies,
    { documentId, validity: 'current' },
    { lock: true },
  )
  const printed = current.filter((copy) => isPerhapsOnPaper(copy.evidence))
  const never = current.filter((copy) => !isPerhapsOnPaper(copy.evidence))
  await updateCopies(context, printed, { validity: 'recall', returnStatus: null }, 'recall')
  await updateCopies(context, never, { validity: 'withdrawn' }, 'withdraw')
}
