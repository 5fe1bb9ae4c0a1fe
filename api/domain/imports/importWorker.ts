import { keepClaim, releaseClaim, takeClaim, unclaimed } from '../../db/claims.js'
import { isDeadlock, isDiskFull, isUnreachable } from '../../db/errors.js'
import { lookForWork, type Background } from '../../engine/background.js'
import type { Principal } from '../../engine/access.js'
import { Problem } from '../../engine/problem.js'
import { readRecord } from '../../engine/records.js'
import { asTexts, declared, parseJson } from '../../engine/shapes.js'
import { say, type Text2 } from '../../engine/text.js'
import { changeImport, ClaimLost, type Work } from './changeImport.js'
import { doCheck } from './doCheck.js'
import { doRun } from './doRun.js'
import { doUndo } from './doUndo.js'
import type { Import } from './import.js'

const LOOK_EVERY_MS = 500
/** A process that died at work on an import may have died of it: not more often than this. */
const MOST_CLAIMS = 20

const steps: Record<string, (work: Work, record: Import) => Promise<void>> = {
  checking: doCheck,
  running: doRun,
  undoing: doUndo,
}
const WAITING = Object.keys(steps)
  .map((status) => `'${status}'`)
  .join(', ')

/** Does what imports wait for, one at a time in this process; any process may, one of them does. */
export const startImportWorker = (by: Background, lookEveryMs = LOOK_EVERY_MS) =>
  lookForWork(by, 'imports', lookEveryMs, (signal) => workOnNext(by, signal))

async function workOnNext(by: Background, signal: AbortSignal): Promise<boolean> {
  const { db, catalog } = by
  const [next] = await db.select(
    `SELECT id FROM imports WHERE status IN (${WAITING}) AND ${unclaimed(db)} ORDER BY id LIMIT 1`,
  )
  const claim = next && (await takeClaim(db, 'imports', Number(next.id)))
  if (!claim) return false
  const kept = keepClaim(db, claim)
  try {
    const found = await readRecord(catalog.get('imports'), claim.id)
    const record = declared<Import>(found ?? {})
    const work: Work = {
      ...by,
      claim,
      who: await personOf(by, record),
      signal: AbortSignal.any([signal, kept.signal]),
    }
    // It may have ended between the look and the claim.
    await steps[record.status]?.(work, record).catch((error: unknown) => settle(work, record, error))
  } finally {
    kept.stop()
    await releaseClaim(db, claim).catch(() => 0)
  }
  return true
}

/** The person whose import it is, with the roles of today. */
async function personOf({ db }: Background, { importedBy }: Import): Promise<Principal> {
  const [row] = await db.select('SELECT id, username, name, roles, disabled FROM users WHERE id = ?', [
    importedBy,
  ])
  return {
    kind: 'user',
    id: Number(row?.id),
    username: String(row?.username),
    name: String(row?.name),
    roles: row && !Number(row.disabled) ? asTexts(parseJson(row.roles)) : [],
  }
}

/** What is worth another try waits for one; anything else is told in a sentence. */
async function settle(work: Work, record: Import, error: unknown): Promise<void> {
  if (work.signal.aborted || error instanceof ClaimLost) return
  const again = isUnreachable(error) || isDeadlock(error)
  if (again && work.claim.fence <= MOST_CLAIMS) throw error
  if (!(error instanceof Problem))
    work.log.warn({ err: error }, `import ${record.id} failed while it was ${record.status}`)
  const undoing = record.status === 'undoing'
  await changeImport(work, {
    action: undoing ? 'finish' : 'fail',
    values: { status: undoing ? 'done' : 'failed', error: reasonOf(error) },
  })
}

function reasonOf(error: unknown): Text2 {
  if (error instanceof Problem) return error.text
  if (isDiskFull(error))
    return say(
      '数据库所在磁盘已满，什么都没有改动。请清出空间后再试。',
      "The database's disk is full; nothing was changed. Free some space and try again.",
    )
  return say(
    '系统出错，什么都没有改动。请再试一次；再次失败请把这次导入的编号告诉管理员。',
    'Something went wrong and nothing was changed. Try again; if it fails again, tell the administrator the id of this import.',
  )
}
