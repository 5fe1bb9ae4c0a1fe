import { holdClaim, type Claim } from '../../db/claims.js'
import type { Principal } from '../../engine/access.js'
import type { Background } from '../../engine/background.js'
import { insertRecord, lockRecord, updateRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { write } from '../../engine/unitOfWork.js'
import { backupRuns } from '../refs.js'
import type { WrittenBackup } from './writeBackup.js'

const system: Principal = { kind: 'system', id: null, username: 'backup', name: 'backup', roles: [] }

type By = Pick<Background, 'db' | 'catalog'> & { committed?: () => void }

/** Puts a run on record; answers its id. */
export const insertRun = async (by: By, values: Stored): Promise<number> =>
  write({ ...by, who: system, requestId: 'backup' }, async (context) => {
    const { id } = await insertRecord(context, backupRuns, values, 'start')
    return id
  })

export class RunTakenOver extends Error {}

/** Changes the record of a run, as long as the claim on it holds. */
export const changeRun = (by: By, claim: Claim, action: string, changes: Stored): Promise<void> =>
  write({ ...by, who: system, requestId: `backup-${claim.id}` }, async (context) => {
    if (!(await holdClaim(by.db, claim, context.tx)))
      throw new RunTakenOver(`Backup ${claim.id} was taken over.`)
    const before = await lockRecord(context, backupRuns, claim.id)
    await updateRecord(context, backupRuns, before, changes, action)
  })

/** What the record of a run says of a file. */
export const factsOf = ({ manifest, size, sha256 }: WrittenBackup): Stored => ({
  size,
  sha256,
  tables: manifest.tables.length,
  rowCount: manifest.rows,
  auditSeq: manifest.audit.seq,
  auditHash: manifest.audit.hash,
})
