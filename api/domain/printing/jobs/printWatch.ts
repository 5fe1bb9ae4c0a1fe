import { randomUUID } from 'node:crypto'
import { clock } from '../../../db/clock.js'
import { lookForWork, type Background } from '../../../engine/background.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { write } from '../../../engine/unitOfWork.js'
import { printJobs } from '../../refs.js'
import { watchWaiting } from '../alerts/watchWaiting.js'
import { LEASE_SECONDS } from '../protocol/lease.js'

const LOOK_EVERY_MS = 5_000
const AT_A_TIME = 100
const WAITING = ['queued', 'held', 'rendering']
const WHO = { kind: 'system', id: null, username: 'print-watch', name: 'print watch', roles: [] } as const

/** What no print server does, because nobody works at the printer: late jobs end, long waits are told, leases of a clock set back run out. */
export const startPrintWatch = (by: Background, lookEveryMs = LOOK_EVERY_MS) =>
  lookForWork(by, 'print watch', lookEveryMs, async () => {
    await shortenLeases(by)
    await watchWaiting(by, WHO)
    return expireNext(by)
  })

/** Ends waiting jobs whose time is over, also at paused printers; true when more may be left. */
async function expireNext(by: Background): Promise<boolean> {
  const late = await by.db.select(
    `SELECT id FROM print_jobs WHERE status IN ('queued', 'held', 'rendering') AND expiresAt <= ? ORDER BY id LIMIT ${AT_A_TIME}`,
    [new Date().toISOString()],
  )
  for (const { id } of late)
    await write({ ...by, who: WHO, requestId: randomUUID() }, async (context) => {
      const job = await lockRecord(context, printJobs, Number(id))
      // Somebody may have been quicker: a print server, a person, another process of ours.
      if (!WAITING.includes(job.status) || job.expiresAt === null || job.expiresAt > context.now) return
      const ended = { status: 'expired', reasons: [], endedAt: context.now }
      await updateRecord(context, printJobs, job, ended, 'expire')
    })
  return late.length === AT_A_TIME
}

/**
 * No lease lasts longer than `LEASE_SECONDS`. One that seems to was written before the clock of the database was set
 * back; it gets its normal time from now, in which a holder that lives renews it.
 */
async function shortenLeases({ db }: Pick<Background, 'db'>): Promise<void> {
  const latest = `${clock(db)} + ${LEASE_SECONDS * 1000}`
  const [row] = await db.select(`SELECT id FROM printers WHERE leaseUntil > ${latest} LIMIT 1`)
  if (row) await db.execute(`UPDATE printers SET leaseUntil = ${latest} WHERE leaseUntil > ${latest}`)
}
