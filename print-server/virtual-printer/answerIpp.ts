import { decode } from '../ipp/decode.js'
import { encodeReply, type EncodableAttributes } from '../ipp/encode.js'
import { flag, groupOf, integer, text, texts, type Attributes, type IppMessage } from '../ipp/message.js'
import { tables } from '../ipp/tables.js'
import { faultOf, WRONG_VERSION } from './faultOf.js'
import { FORMATS, OPERATIONS, printerAttributesOf, type Identity } from './printerAttributes.js'
import type { PrintQueue } from './printQueue.js'
import { isDone, jobAttributesOf, type VirtualJob } from './virtualJob.js'

export interface Answer {
  status: string
  message?: string
  printer?: EncodableAttributes
  jobs?: EncodableAttributes[]
}

interface Question {
  operation: Attributes
  document: Buffer
  queue: PrintQueue
  identity: Identity
}

type Operation = (question: Question) => Answer

const OK = 'successful-ok'
const TOO_MANY = { status: 'server-error-too-many-jobs', message: 'too many jobs are waiting' }
const NO_FORMAT = { status: 'client-error-document-format-not-supported', message: 'only application/pdf' }
const NO_JOB = { status: 'client-error-not-found', message: 'no such job' }

const operations: Record<(typeof OPERATIONS)[number], Operation> = {
  'Get-Printer-Attributes': ({ operation, queue, identity }) => ({
    status: OK,
    printer: requested(texts(operation, 'requested-attributes'), printerAttributesOf(identity, queue)),
  }),
  'Validate-Job': (question) => (takesFormat(question) ? { status: OK } : NO_FORMAT),
  'Print-Job': (question) => {
    if (!takesFormat(question)) return NO_FORMAT
    const job = newJob(question)
    if (!job) return TOO_MANY
    question.queue.supply(job, question.document)
    return jobAnswer(question, job)
  },
  'Create-Job': (question) => {
    const job = newJob(question)
    return job ? jobAnswer(question, job) : TOO_MANY
  },
  'Send-Document': (question) => {
    const job = jobOf(question)
    if (!job) return NO_JOB
    if (!takesFormat(question)) return NO_FORMAT
    if (job.state !== 'pending-held') {
      return { status: 'client-error-not-possible', message: `the job is ${job.state}` }
    }
    const isLast = flag(question.operation, 'last-document')
    if (isLast === null) return { status: 'client-error-bad-request', message: 'no last-document' }
    if (!isLast) return { status: 'server-error-multiple-document-jobs-not-supported' }
    question.queue.supply(job, question.document)
    return jobAnswer(question, job)
  },
  'Close-Job': (question) => {
    const job = jobOf(question)
    if (!job) return NO_JOB
    if (job.state === 'pending-held') question.queue.cancel(job)
    return jobAnswer(question, job)
  },
  'Cancel-Job': (question) => {
    const job = jobOf(question)
    if (!job) return NO_JOB
    if (isDone(job)) return { status: 'client-error-not-possible', message: `the job is ${job.state}` }
    question.queue.cancel(job)
    return { status: OK }
  },
  'Get-Job-Attributes': (question) => {
    const job = jobOf(question)
    return job ? jobAnswer(question, job) : NO_JOB
  },
  'Get-Jobs': ({ operation, queue, identity }) => {
    const which = text(operation, 'which-jobs') ?? 'not-completed'
    const limit = integer(operation, 'limit') ?? Infinity
    const user = flag(operation, 'my-jobs') === true ? text(operation, 'requesting-user-name') : null
    const jobs = queue.jobs
      .filter((job) => which === 'all' || isDone(job) === (which === 'completed'))
      .filter((job) => user === null || job.user === user)
    const names = texts(operation, 'requested-attributes')
    // Newest first among the finished ones, as RFC 8011 wants it.
    const ordered = which === 'not-completed' ? jobs : jobs.toReversed()
    return {
      status: OK,
      jobs: ordered
        .slice(0, limit)
        .map((job) => jobAttributesOf(job, identity.uri, identity.startedAt))
        .map((attributes) => requested(names.length === 0 ? ['job-id', 'job-uri'] : names, attributes)),
    }
  },
}

/** Answers the body of an IPP request with the body of the reply. Throws `IppError` for what is no IPP at all. */
export function answerIpp(body: Buffer, queue: PrintQueue, identity: Identity): Buffer {
  const request = decode(body)
  const operation = OPERATIONS.find((name) => tables.operations[name] === request.code)
  const answer =
    faultOf(request) ??
    (operation
      ? operations[operation](questionOf(request, queue, identity))
      : { status: 'server-error-operation-not-supported' })
  const { version, requestId } = request
  return encodeReply({ version: answer === WRONG_VERSION ? '2.0' : version, requestId, ...answer })
}

function questionOf(request: IppMessage, queue: PrintQueue, identity: Identity): Question {
  return { operation: groupOf(request, 'operation'), document: request.data, queue, identity }
}

function takesFormat({ operation }: Question): boolean {
  const format = text(operation, 'document-format')
  return format === null || format === 'application/octet-stream' || FORMATS.includes(format)
}

function newJob({ operation, queue }: Question): VirtualJob | null {
  return queue.create(
    text(operation, 'job-name') ?? 'Untitled',
    text(operation, 'requesting-user-name') ?? 'anonymous',
  )
}

function jobOf({ operation, queue }: Question): VirtualJob | undefined {
  const number = integer(operation, 'job-id') ?? Number(text(operation, 'job-uri')?.split('/').at(-1))
  return queue.find(number)
}

function jobAnswer({ operation, identity }: Question, job: VirtualJob): Answer {
  const attributes = jobAttributesOf(job, identity.uri, identity.startedAt)
  return { status: OK, jobs: [requested(texts(operation, 'requested-attributes'), attributes)] }
}

const wholeGroups = new Set(['all', 'printer-description', 'job-template', 'job-description'])

/** The attributes that were asked for; the name of a group stands for everything. */
function requested(names: string[], attributes: EncodableAttributes): EncodableAttributes {
  if (names.length === 0 || names.some((name) => wholeGroups.has(name))) return attributes
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)))
}
