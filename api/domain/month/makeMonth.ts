import { holdClaim, type Claim } from '../../db/claims.js'
import { removeFile, removeFiles, storeFile } from '../../db/files.js'
import type { Principal } from '../../engine/access.js'
import type { Background } from '../../engine/background.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { write } from '../../engine/unitOfWork.js'
import { sealEvents } from '../audit/sealer.js'
import { monthExports } from '../refs.js'
import { fileOwner } from './fileOwner.js'
import { monthRange } from './monthRange.js'
import { packMonth, type Maker, type Progress } from './packMonth.js'
import { zipWriter } from './zipWriter.js'

/** Progress is a write with its audit event: not more often than this. */
const TELL_EVERY_MS = 1000

const system: Principal = {
  kind: 'system',
  id: null,
  username: 'month-export',
  name: 'month-export',
  roles: [],
}

export class ClaimLost extends Error {}

/**
 * Makes the ZIP of a claimed export: read at one moment of the database, stored chunk by chunk while it grows. What
 * breaks off leaves nothing behind but the record; the next claim begins again.
 */
export async function makeMonth(by: Background, claim: Claim, signal: AbortSignal): Promise<void> {
  const { db, catalog } = by
  const madeAt = new Date().toISOString()
  const record = await changeExport(by, claim, 'start', {
    status: 'making',
    progress: 0,
    step: say('准备', 'Getting ready'),
    startedAt: madeAt,
    error: null,
  })
  const range = monthRange(record.month)
  if (!range) throw new Error(`Month export ${claim.id} is of no month: ${record.month}`)
  await db.transaction((tx) => removeFiles(db, fileOwner(claim.id), tx))
  while ((await sealEvents(db)) > 0);

  const maker: Maker = { exportId: claim.id, by: await nameOf(by, record.requestedBy), madeAt }
  const zip = zipWriter(new Date(madeAt))
  const giveUp = () => zip.fail(new Error('The export was stopped.'))
  signal.addEventListener('abort', giveUp)
  if (signal.aborted) giveUp()
  try {
    const [stored, packed] = await db.snapshot(async (tx) => {
      const language = record.language
      const reading = { db, catalog, who: system, language, tx }
      const packing = packMonth(zip, reading, range, maker, tellProgress(by, claim)).catch(
        (error: unknown) => {
          zip.fail(error instanceof Error ? error : new Error(String(error)))
          throw error
        },
      )
      // Both are waited for, also when one fails: nothing may read from the moment after it is given up.
      const [file, pack] = await Promise.allSettled([storeFile(db, fileOwner(claim.id), zip.bytes), packing])
      if (file.status === 'rejected') throw file.reason
      if (pack.status === 'rejected') throw pack.reason
      return [file.value, pack.value] as const
    })
    await finish(by, claim, stored.id, {
      size: stored.size,
      sha256: stored.sha256,
      manifestSha256: packed.manifestSha256,
      auditSeq: packed.head.seq,
      auditHash: packed.head.hash,
    })
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

async function finish(by: Background, claim: Claim, fileId: number, made: Stored): Promise<void> {
  const done = { status: 'ready', progress: 100, step: null, endedAt: new Date().toISOString(), fileId }
  try {
    await changeExport(by, claim, 'finish', { ...done, ...made })
  } catch (error) {
    await removeFile(by.db, fileId)
    throw error
  }
}

function tellProgress(by: Background, claim: Claim): Progress {
  let told = 0
  return async (progress, step) => {
    if (Date.now() - told < TELL_EVERY_MS) return
    told = Date.now()
    await changeExport(by, claim, 'progress', { progress, step })
  }
}

/** Changes the record of an export, as long as the claim on it holds. */
export const changeExport = (
  { db, catalog, committed }: Background,
  claim: Claim,
  action: string,
  changes: Stored,
): Promise<RecordOf<typeof monthExports>> =>
  write({ db, catalog, committed, who: system, requestId: `month-export-${claim.id}` }, async (context) => {
    if (!(await holdClaim(db, claim, context.tx)))
      throw new ClaimLost(`Month export ${claim.id} was taken over.`)
    const before = await lockRecord(context, monthExports, claim.id)
    return updateRecord(context, monthExports, before, changes, action)
  })

async function nameOf({ db }: Background, userId: number | null): Promise<string> {
  const [row] = await db.select('SELECT username, name FROM users WHERE id = ?', [userId ?? 0])
  return row ? `${String(row.name)} (${String(row.username)})` : ''
}
