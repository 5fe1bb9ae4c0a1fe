import type { Context } from '../../../engine/context.js'
import { insertRecord } from '../../../engine/records.js'
import type { RecordOf, Stored } from '../../../engine/resource.js'
import { documentCopies, documents } from '../../refs.js'
import { contentHash } from '../documents/contentHash.js'
import { copyCode } from './copyCode.js'
import type { CopyPlan } from './copiesFor.js'

/** Makes the planned copies of a new document, each with its own code; answers their ids in order. */
export async function makeCopies(
  context: Context,
  document: RecordOf<typeof documents>,
  data: Stored,
  plan: CopyPlan[],
): Promise<number[]> {
  const { id: documentId, no, revision, customerName } = document
  const ids: number[] = []
  for (const planned of plan) {
    const hash = contentHash(data, planned.showsPrice)
    const code = copyCode({ no, revision, copyNo: planned.copyNo, contentHash: hash })
    const copy = await insertRecord(context, documentCopies, {
      ...planned,
      documentId,
      customerName,
      contentHash: hash,
      code,
      evidence: 'none',
      validity: 'current',
    })
    ids.push(copy.id)
  }
  return ids
}
