import type { Answer } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { updateRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { changeRequests } from '../refs.js'

/** Notes what was decided, by whom and when. */
export async function decide(
  context: Context,
  request: Stored & { id: number },
  verb: 'approve' | 'refuse' | 'withdraw',
  decision: unknown,
): Promise<Answer> {
  const status = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' }[verb]
  const decidedBy = context.who.kind === 'user' ? context.who.id : null
  await updateRecord(
    context,
    changeRequests,
    { ...request, version: Number(request.version) },
    { status, decision: decision ?? null, decidedAt: context.now, decidedBy },
    verb,
  )
  return { resource: changeRequests, id: request.id }
}
