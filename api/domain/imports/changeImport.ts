import { holdClaim, type Claim } from '../../db/claims.js'
import type { Background } from '../../engine/background.js'
import type { Context } from '../../engine/context.js'
import type { CellProblem } from '../../engine/import/faults.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { write } from '../../engine/unitOfWork.js'
import type { Principal } from '../../engine/access.js'
import { imports } from '../refs.js'
import type { Import } from './import.js'
import { storeErrors } from './storeErrors.js'

/** Another process has taken the import over, or it is not to be worked on any more. */
export class ClaimLost extends Error {}

/** The work on a claimed import. */
export interface Work extends Background {
  claim: Claim
  /** The importing person: what is done for them is theirs. */
  who: Principal
  signal: AbortSignal
}

export interface Change {
  action: string
  values: Partial<Import>
  errors?: readonly CellProblem[]
}

/** Changes the import inside a transaction, if it is still claimed for this work. */
export async function changeWithin(
  context: Context,
  { claim }: Pick<Work, 'claim'>,
  change: Change,
): Promise<Import> {
  if (!(await holdClaim(context.db, claim, context.tx))) throw new ClaimLost()
  const before = await lockRecord(context, imports, claim.id)
  if (change.errors) await storeErrors(context, claim.id, change.errors)
  return updateRecord(context, imports, before, change.values, change.action)
}

export const changeImport = (work: Work, change: Change): Promise<Import> =>
  write({ ...work, requestId: requestIdOf(work) }, (context) => changeWithin(context, work, change))

export const requestIdOf = ({ claim }: Pick<Work, 'claim'>): string => `import-${claim.id}`
