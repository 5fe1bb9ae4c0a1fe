import type { Context } from '../../../engine/context.js'
import type { Stored } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'

/** Whether the document of a job is superseded or void: its paper must not come out any more. */
export async function isStalePaper({ db, tx }: Context, job: Stored): Promise<boolean> {
  const [row] = await db.select(
    'SELECT status FROM documents WHERE id = ?',
    [Number(job.documentId ?? 0)],
    tx,
  )
  return row !== undefined && row.status !== 'issued'
}

export const stalePaper = say(
  '单据已失效或作废，不能再打印。',
  'The document is superseded or void and is not printed any more.',
)
