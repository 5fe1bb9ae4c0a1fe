import type { Database } from '../../../db/database.js'
import type { Bell } from '../protocol/bell.js'
import { isRenderUnderway, renderState, type RenderState } from './renderRequests.js'

/** A process of its own commits without ringing our bell. */
const LOOK_EVERY_MS = 250
/** A print server that is there takes a request within half a second. */
const NOBODY_AFTER_MS = 3_000

/** `absent`: no print server takes it. `late`: one has it, or has another one first, and is not done. */
export type RenderEnd = Exclude<RenderState, { state: 'waiting' | 'claimed' }> | { state: 'absent' | 'late' }

/** Waits for a request's end, at most `patienceMs`. Ends early when nobody is there to do it, or when `signal` aborts. */
export async function waitForRender(
  db: Database,
  bell: Bell,
  id: string,
  patienceMs: number,
  signal: AbortSignal,
): Promise<RenderEnd> {
  const asked = Date.now()
  for (;;) {
    const rung = bell.rung()
    const now = await renderState(db, id)
    if (now.state === 'done' || now.state === 'gone' || now.state === 'failed') return now
    const waited = Date.now() - asked
    if (now.state === 'waiting' && waited >= NOBODY_AFTER_MS && !(await isRenderUnderway(db)))
      return { state: 'absent' }
    if (waited >= patienceMs || signal.aborted) return { state: 'late' }
    await bell.wait(rung, Math.min(LOOK_EVERY_MS, patienceMs - waited), signal)
  }
}
