import type { Claim, ClaimedJob, ClaimedPrinter, Content, RenderRequest, Verdict } from './protocol.js'
import { ApiRefused } from './apiErrors.js'

/*
 * The API is ours, but what answers at its address may be a proxy or an older version: the members that the code
 * relies on are looked at before use.
 */

export function readClaim(json: unknown): Claim {
  if (isObject(json) && isLease(json.lease) && isPrinter(json.printer) && isJob(json.job)) {
    return { lease: json.lease, printer: json.printer, job: json.job }
  }
  throw unreadable('claim')
}

export function readNext(json: unknown): ClaimedJob[] {
  if (isObject(json) && json.job === null) return []
  if (isObject(json) && isJob(json.job)) {
    const { following } = json
    return [json.job, ...(Array.isArray(following) ? following.filter(isJob) : [])]
  }
  throw unreadable('next')
}

export function readPrinter(json: unknown): ClaimedPrinter {
  if (isObject(json) && isPrinter(json.printer)) return json.printer
  throw unreadable('printer')
}

export function readPrinters(json: unknown): ClaimedPrinter[] {
  if (isObject(json) && Array.isArray(json.printers) && json.printers.every(isPrinter)) return json.printers
  throw unreadable('printers')
}

export function readContent(json: unknown): Content {
  if (isContent(json)) return json
  throw unreadable('content')
}

export function readRenderRequest(json: unknown): RenderRequest {
  if (
    isObject(json) &&
    isKey(json.id) &&
    isKey(json.claim) &&
    isCount(json.seconds) &&
    isContent(json.content)
  )
    return { id: json.id, claim: json.claim, seconds: json.seconds, content: json.content }
  throw unreadable('render')
}

export function readAhead(json: unknown): { id: number; content: Content }[] {
  if (!isObject(json) || !isObject(json.templates) || !Array.isArray(json.jobs)) throw unreadable('ahead')
  const { templates, jobs, pictures } = json
  return jobs.map((job: unknown) => {
    const content = isObject(job) && { ...job, template: templates[String(job.template)], pictures }
    if (!isObject(job) || !isCount(job.id) || !isContent(content)) throw unreadable('ahead')
    const { template, data, copies } = content
    return {
      id: job.id,
      content: { template, data, copies, ...(content.pictures && { pictures: content.pictures }) },
    }
  })
}

export function readArchived(json: unknown): Map<number, string> {
  if (!isObject(json) || !isObject(json.archived)) throw unreadable('archived')
  return new Map(Object.entries(json.archived).map(([id, sha256]) => [Number(id), String(sha256)]))
}

export function readVerdict(json: unknown): Verdict {
  if (isObject(json) && typeof json.status === 'string') {
    return {
      status: json.status,
      cancelRequested: json.cancelRequested === true,
      stop: json.stop === true,
    }
  }
  throw unreadable('report')
}

export function readNumber(json: unknown, member: string): number {
  const value = isObject(json) ? json[member] : undefined
  if (typeof value === 'number') return value
  throw unreadable(member)
}

export function readText(json: unknown, member: string): string {
  const value = isObject(json) ? json[member] : undefined
  if (typeof value === 'string') return value
  throw unreadable(member)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isLease(value: unknown): value is Claim['lease'] {
  return isObject(value) && [value.printerId, value.fence, value.seconds].every(isCount)
}

function isPrinter(value: unknown): value is Claim['printer'] {
  return isObject(value) && isCount(value.id) && typeof value.uri === 'string'
}

function isJob(value: unknown): value is ClaimedJob {
  if (!isObject(value) || !isCount(value.id) || typeof value.title !== 'string') return false
  const { paper, pdf, attempt } = value
  const paperIsFine = isObject(paper) && isCount(paper.widthMm) && isCount(paper.heightMm)
  const pdfIsFine = pdf === null || (isObject(pdf) && typeof pdf.sha256 === 'string')
  return paperIsFine && pdfIsFine && (attempt === null || isAttempt(attempt))
}

function isAttempt(value: unknown): boolean {
  // An empty token would be found in every job of the printer.
  return isObject(value) && isCount(value.n) && typeof value.token === 'string' && value.token.length >= 8
}

function isContent(value: unknown): value is Content {
  return (
    isObject(value) &&
    isObject(value.template) &&
    isObject(value.data) &&
    Array.isArray(value.copies) &&
    // An older API knows neither.
    (value.whole === undefined || value.whole === null || typeof value.whole === 'string') &&
    (value.pictures === undefined || isObject(value.pictures))
  )
}

/** What may stand in an address as it is. */
function isKey(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-z-]+$/.test(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

function unreadable(what: string): ApiRefused {
  return new ApiRefused(200, `unreadable_${what}`)
}
