import type { Context } from '../../../engine/context.js'

/** What is stored before the next byte goes out. An unknown one is taken for the most careful of them. */
const STATES = ['prepared', 'created', 'sending', 'accepted'] as const

/** One try to hand a job to its printer. Its token stands in the IPP job-name, so that it can be found there again. */
export interface Attempt {
  n: number
  token: string
  state: (typeof STATES)[number]
  ippJobId: number | null
  ippJobUuid: string | null
  printerUuid: string | null
  printerUpTime: number | null
}

/** The newest attempt whose outcome is not known yet: it must be recovered before anything is sent again. */
export async function openAttemptOf(
  { db, tx }: Pick<Context, 'db' | 'tx'>,
  jobId: number,
): Promise<Attempt | null> {
  const [row] = await db.select(
    'SELECT n, token, state, ippJobId, ippJobUuid, printerUuid, printerUpTime FROM print_attempts WHERE jobId = ? AND endedAt IS NULL ORDER BY n DESC LIMIT 1',
    [jobId],
    tx,
  )
  if (!row) return null
  const number = (value: unknown) => (value === null ? null : Number(value))
  const string = (value: unknown) => (value === null ? null : String(value))
  return {
    n: Number(row.n),
    token: String(row.token),
    state: STATES.find((state) => state === row.state) ?? 'sending',
    ippJobId: number(row.ippJobId),
    ippJobUuid: string(row.ippJobUuid),
    printerUuid: string(row.printerUuid),
    printerUpTime: number(row.printerUpTime),
  }
}

export const endAttempts = ({ db, tx, now }: Context, jobId: number, note: string): Promise<number> =>
  db.execute(
    'UPDATE print_attempts SET endedAt = ?, note = ? WHERE jobId = ? AND endedAt IS NULL',
    [now, note, jobId],
    tx,
  )
