import { createHash } from 'node:crypto'
import { ApiRefused } from '../apiErrors.js'
import { Ended, type Ledger } from '../ipp/delivery.js'
import { Waiting } from '../ipp/waiting.js'
import type { Content, FailureCode } from '../protocol.js'
import type { ClaimedJob } from '../protocol.js'
import type { Run } from '../run.js'
import { cutCopies } from '../render/cutCopies.js'
import { RenderError } from '../render/renderError.js'
import type { PrinterContext } from './printerContext.js'

/**
 * The bytes that go to the printer. The first PDF of a document is archived before any of it is sent, and every
 * later print sends those bytes again. Throws `Ended` when the job ends here.
 */
export async function archivedPdf(
  context: PrinterContext,
  job: ClaimedJob,
  ledger: Ledger,
  run: Run,
): Promise<Buffer> {
  const ahead = await context.ahead.pdf(job)
  run.checkpoint()
  if (job.pdf && !ahead) return download(context, job.pdf.sha256, run)
  const drawn = ahead ?? (await whole(context, job, ledger, run))
  if (!job.part) return drawn
  const part = await cutCopies(drawn, job.part.copyIds).catch((error: unknown) => {
    throw failed('template', error instanceof Error ? error.message : String(error))
  })
  return archive(context, job, part, 'sent', run)
}

/** The whole document, archived: drawn now, unless it was before. */
async function whole(context: PrinterContext, job: ClaimedJob, ledger: Ledger, run: Run): Promise<Buffer> {
  const verdict = await ledger.commit({ status: 'rendering', reasons: [] })
  if (verdict.cancelRequested) throw new Ended({ outcome: 'canceled' })
  if (verdict.stop) throw new Ended({ outcome: 'dropped' })
  if (job.part?.whole) return download(context, job.part.whole.sha256, run)
  const content = await context.api.content(job.id, run.signal).catch(failWhereRefused('content'))
  // The document may have been drawn for another of its parts since this job was fetched.
  if (content.whole) return download(context, content.whole, run)
  return archive(context, job, await render(context, content, ledger, run), 'drawn', run)
}

/** Stores the bytes, or takes those that are stored already. */
async function archive(
  context: PrinterContext,
  job: ClaimedJob,
  pdf: Buffer,
  what: 'drawn' | 'sent',
  run: Run,
): Promise<Buffer> {
  run.checkpoint()
  const archived = await context.api
    .putPdf(job.id, context.lease.fence, pdf, run.signal, what)
    .catch(failWhereRefused('archive'))
  return archived === sha256(pdf) ? pdf : download(context, archived, run)
}

async function render(context: PrinterContext, content: Content, ledger: Ledger, run: Run): Promise<Buffer> {
  const waiting = new Waiting({ ledger, run, timing: context.timing })
  const stopTimer = context.metrics.renderSeconds.startTimer()
  for (;;) {
    run.checkpoint()
    try {
      const { pdf } = await context.renderer.render(content, context.stop)
      stopTimer()
      return pdf
    } catch (error) {
      // An aborted rendering ends here as `Stopped`: nothing is lost, it is pure.
      run.checkpoint()
      if (!(error instanceof RenderError)) throw error
      if (error.code !== 'unavailable') throw failed(error.code, error.detail, placed(error))
      await waiting.because(['renderer-unavailable'], { stage: 'idle', answering: true })
    }
  }
}

async function download(context: PrinterContext, hash: string, run: Run): Promise<Buffer> {
  const pdf = await context.api.pdf(hash, run.signal).catch(failWhereRefused('archive'))
  if (sha256(pdf) !== hash) throw failed('template', 'the archived PDF does not match its hash')
  return pdf
}

/** A job whose content the API itself will not give or take fails; the ones behind it go on. */
function failWhereRefused(what: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof ApiRefused && error.status >= 400 && error.status < 500) {
      throw failed('template', `${what}: ${error.code}`)
    }
    throw error
  }
}

function failed(code: FailureCode, detail: string, zh?: string): Ended {
  return new Ended({
    outcome: 'failed',
    report: { error: { code, detail, ...(zh !== undefined && { zh }) } },
  })
}

/** The Chinese sentence with its place, which the English one holds already. */
function placed({ about: { zh, place } }: RenderError): string | undefined {
  if (zh === undefined) return undefined
  const line = place?.line === undefined ? '' : ` 第 ${place.line} 行`
  return place?.file === undefined ? zh : `${place.file}${line}：${zh}`
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
