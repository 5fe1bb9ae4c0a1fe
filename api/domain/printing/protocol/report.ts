import { z } from 'zod'
import type { Context } from '../../../engine/context.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import type { RecordOf, Stored } from '../../../engine/resource.js'
import type { Text2 } from '../../../engine/text.js'
import { printJobs } from '../../refs.js'
import { endAttempts } from '../jobs/attempts.js'
import { isStronger } from '../copies/evidence.js'
import { finalStates } from '../jobs/printJobLifecycle.js'
import { raiseEvidence } from '../copies/raiseEvidence.js'

type Job = RecordOf<typeof printJobs>

export const reportBody = z.object({
  fence: z.number().int(),
  status: z
    .enum([
      'rendering',
      'sending',
      'accepted',
      'printing',
      'printed',
      'failed',
      'canceled',
      'uncertain',
      'queued',
    ])
    .optional(),
  attempt: z
    .object({
      n: z.number().int(),
      state: z.enum(['prepared', 'created', 'sending', 'accepted']).optional(),
      ippJobId: z.number().int().optional(),
      ippJobUuid: z.string().max(100).optional(),
      ended: z.boolean().optional(),
      note: z.string().optional(),
    })
    .optional(),
  reasons: z.array(z.string().max(60)).max(30).optional(),
  possiblyIncomplete: z.boolean().optional(),
  impressions: z.number().int().optional(),
  error: z.object({ code: z.string(), detail: z.string().optional(), zh: z.string().optional() }).optional(),
})

export type Report = z.infer<typeof reportBody>

/**
 * Stores what a print server saw of a job. A job that a person ended or held meanwhile is not moved: the answer's
 * `stop` says so, unless an attempt is underway that must first be brought to its end.
 */
export async function applyReport(context: Context, jobId: number, report: Report) {
  const job = await lockRecord(context, printJobs, jobId)
  const ended = report.attempt && (await storeAttempt(context, jobId, report.attempt))
  const closed = job.status === 'held' || finalStates.includes(job.status)
  const changes = closed ? {} : changesOf(context, job, report)
  const ends = !closed && report.status !== undefined && finalStates.includes(report.status)
  if (ends && !ended)
    await endAttempts(context, jobId, String(report.attempt?.note ?? report.status).slice(0, 200))
  const differs = Object.entries(changes).some(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(job, key)),
  )
  const after = differs ? await updateRecord(context, printJobs, job, changes, report.status ?? 'wait') : job
  if (after.evidence !== job.evidence) await raiseEvidence(context, job.copies, after.evidence)
  return { status: after.status, cancelRequested: after.cancelRequested, stop: closed }
}

function changesOf(context: Context, job: Job, report: Report): Stored {
  const changes: Stored = {}
  const { status } = report
  if (report.reasons) changes.reasons = report.reasons
  if (report.possiblyIncomplete) changes.possiblyIncomplete = true
  if (status) {
    changes.status = status
    if (status === 'rendering' && job.startedAt === null) changes.startedAt = context.now
    const seen =
      status === 'printed' ? 'completed' : status === 'accepted' || status === 'printing' ? 'accepted' : null
    if (seen && isStronger(seen, job.evidence)) changes.evidence = seen
    if (finalStates.includes(status))
      Object.assign(changes, { reasons: [], endedAt: context.now, cancelRequested: false })
  }
  if (report.error) changes.error = errorText(report.error)
  else if (status === 'printed' || status === 'queued') changes.error = null
  return changes
}

/** Answers whether it ended the attempt that was open. */
async function storeAttempt(
  { db, tx, now }: Context,
  jobId: number,
  attempt: NonNullable<Report['attempt']>,
): Promise<boolean> {
  const stored = await db.execute(
    `UPDATE print_attempts SET state = COALESCE(?, state), ippJobId = COALESCE(?, ippJobId), ippJobUuid = COALESCE(?, ippJobUuid),
       endedAt = CASE WHEN ? = 1 THEN ? ELSE endedAt END, note = COALESCE(?, note)
     WHERE jobId = ? AND n = ? AND endedAt IS NULL`,
    [
      attempt.state ?? null,
      attempt.ippJobId ?? null,
      attempt.ippJobUuid ?? null,
      attempt.ended ? 1 : 0,
      now,
      attempt.note?.slice(0, 200) ?? null,
      jobId,
      attempt.n,
    ],
    tx,
  )
  return stored === 1 && attempt.ended === true
}

/** How each failure is said to people. */
const ERRORS: Record<string, Text2> = {
  template: { zh: '模板有错，无法排版', en: 'The template is wrong and cannot be rendered' },
  'too-large': { zh: '单据太大，没有打印', en: 'The document is too large and was not printed' },
  'render-timeout': { zh: '排版超时', en: 'Rendering took too long' },
  format: { zh: '打印机不接受 PDF', en: 'The printer does not take PDF' },
  rejected: { zh: '打印机拒绝了任务', en: 'The printer rejected the job' },
  aborted: { zh: '打印机中止了任务', en: 'The printer aborted the job' },
  unreadable: { zh: '打印机的应答无法理解', en: "The printer's answer cannot be understood" },
  'unsupported-printer': { zh: '这个地址不是可用的打印机', en: 'This address is no usable printer' },
}

function errorText({ code, detail, zh }: NonNullable<Report['error']>): Text2 {
  const text = ERRORS[code] ?? { zh: '打印失败', en: 'Printing failed' }
  const more = (one: string) => one.slice(0, 500).replace(/[。.]$/, '')
  return {
    zh: zh || detail ? `${text.zh}：${more(zh ?? detail ?? '')}。` : `${text.zh}。`,
    en: detail ? `${text.en}: ${more(detail)}.` : `${text.en}.`,
  }
}
