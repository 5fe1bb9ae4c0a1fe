import type { Context } from '../../../engine/context.js'
import { updateRecord } from '../../../engine/records.js'
import type { Stored } from '../../../engine/resource.js'
import { printBatches } from '../../refs.js'

/** Stores a person's decision about a batch; answers it. */
export async function moveBatch(
  context: Context,
  batch: Stored & { id: number },
  changes: Stored,
  action: string,
) {
  await updateRecord(context, printBatches, { ...batch, version: Number(batch.version) }, changes, action)
  return { resource: printBatches, id: batch.id }
}
