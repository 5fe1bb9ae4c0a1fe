import type { Context } from './context.js'
import { Problem } from './problem.js'
import { forgetWritten } from './records.js'

/**
 * Does work that may be refused without failing the rest: then what it wrote is taken back, its events too, and the refusal
 * is answered. Anything that is no refusal of ours is thrown on.
 */
export async function tryWork(context: Context, work: () => Promise<unknown>): Promise<Problem | null> {
  const { db, tx, events, last } = context
  const [told, later] = [events.length, last.length]
  await db.execute('SAVEPOINT try_work', [], tx)
  try {
    await work()
    await db.execute('RELEASE SAVEPOINT try_work', [], tx)
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await db.execute('ROLLBACK TO SAVEPOINT try_work', [], tx)
    await db.execute('RELEASE SAVEPOINT try_work', [], tx)
    events.length = told
    last.length = later
    forgetWritten(context)
    return error
  }
}
