import type { Context } from '../../../engine/context.js'
import { updateRecord } from '../../../engine/records.js'
import type { RecordOf } from '../../../engine/resource.js'
import { documents } from '../../refs.js'
import { withdrawJobs } from './voidDocuments.js'
import { withdrawCopies } from '../copies/withdrawCopies.js'

/** A paper that is no longer true keeps its number; what still waits in the queue is not printed. */
export async function supersedeDocument(
  context: Context,
  document: RecordOf<typeof documents>,
): Promise<void> {
  if (document.status !== 'issued') return
  await updateRecord(context, documents, document, { status: 'superseded' }, 'supersede')
  await withdrawJobs(context, document.id)
  await withdrawCopies(context, document.id)
}
