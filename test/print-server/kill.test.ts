import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { FakeApi, type ApiCall } from '../support/fakeApi.js'
import type { FakeApiJob } from '../support/fakeApiJob.js'
import { FakePrinter } from '../support/fakePrinter.js'
import { until } from './until.js'
import { pdfOf } from './world.js'

const script = path.join(import.meta.dirname, 'killedChild.ts')
const pdf = pdfOf('送货单', 1_500_000)
let api: FakeApi
let printer: FakePrinter
let printerId: number
/** Always one alive: who survives one test is the victim of the next. */
let child: ChildProcess

beforeAll(async () => {
  api = await FakeApi.start()
  printer = await FakePrinter.start()
  printerId = api.addPrinter(printer.uri)
  start()
})
afterAll(async () => {
  child.kill('SIGKILL')
  await Promise.all([api.close(), printer.close()])
})
afterEach(() => {
  api.before = api.after = () => undefined
  printer.onOperation = () => undefined
  printer.prints.length = 0
  Object.assign(printer, { jobs: [], cutUploads: 'wait', offersCreateJob: true, jobMs: 10 })
})

function start(): void {
  child = spawn(process.execPath, ['--import', 'tsx', script, api.url, api.token], { stdio: 'inherit' })
}

/** Kills the print server at its next step for which `isMoment` holds, starts another and waits for the job's end. */
async function killOnce(job: FakeApiJob): Promise<void> {
  const victim = child
  await until(() => victim.signalCode === 'SIGKILL', `the print server is killed, the job is ${job.status}`)
  api.before = api.after = () => undefined
  printer.onOperation = () => undefined
  // The lease of a dead process runs out by itself; the test does not wait for that.
  api.expireLease(printerId)
  start()
  await until(() => api.isOver(job), `the job ends, it is ${job.status}`)
}

function die(): void {
  child.kill('SIGKILL')
}

const reports = (job: FakeApiJob, state: string) => job.reports.at(-1)?.attempt?.state === state
const says = (call: ApiCall, member: string, value: string) =>
  JSON.stringify(call.body[member] ?? null).includes(value)

describe('killed by SIGKILL', () => {
  const apiMoments: [string, 'before' | 'after', (call: ApiCall, job: FakeApiJob) => boolean][] = [
    ['the job was claimed', 'after', ({ name }) => name === 'claim'],
    ['it says that it renders', 'after', ({ name }) => name === 'report'],
    ['the content was fetched', 'after', ({ name }) => name === 'content'],
    ['the PDF is archived', 'before', ({ name }) => name === 'pdf'],
    ['the PDF was archived', 'after', ({ name }) => name === 'pdf'],
    ['the attempt is stored', 'before', ({ name }) => name === 'attempt'],
    ['the attempt was stored', 'after', ({ name }) => name === 'attempt'],
    ['"created" is stored', 'before', (call) => says(call, 'attempt', 'created')],
    ['"created" was stored', 'after', (_call, job) => reports(job, 'created')],
    ['"sending" was stored', 'after', (_call, job) => reports(job, 'sending')],
    ['"accepted" is stored', 'before', (call) => says(call, 'attempt', 'accepted')],
    ['"accepted" was stored', 'after', (_call, job) => reports(job, 'accepted')],
    ['"printed" is stored', 'before', (call) => says(call, 'status', 'printed')],
  ]

  it.each(apiMoments)('when %s (%s): the paper comes out once', async (_what, side, isMoment) => {
    // Nothing is archived here, so the whole way is walked.
    api[side] = (call) => {
      const job = api.jobs.at(-1)
      if (!job || !isMoment(call, job)) return undefined
      die()
      return side === 'before' ? false : undefined
    }
    const job = api.addJob(printerId)
    await killOnce(job)
    expect([job.status, printer.prints.length]).toEqual(['printed', 1])
    expect(printer.prints[0]?.bytes).toBe(job.pdf?.bytes)
  })

  const printerMoments: [string, string, 'upload' | 'begin' | 'end'][] = [
    ['a job is asked for', 'Create-Job', 'begin'],
    ['a job was made', 'Create-Job', 'end'],
    ['the upload is under way', 'Send-Document', 'upload'],
    ['the printer has the document', 'Send-Document', 'end'],
    ['it looks how far the job is', 'Get-Job-Attributes', 'begin'],
  ]

  it.each(printerMoments)(
    'when %s (%s, %s): the paper comes out once, whole',
    async (_what, operation, moment) => {
      printer.onOperation = (name, at) => {
        if (name !== operation || at !== moment) return undefined
        die()
        return at === 'end' ? undefined : false
      }
      const job = api.addJob(printerId, { pdf })
      await killOnce(job)
      expect([job.status, printer.prints.map(({ bytes }) => bytes)]).toEqual(['printed', [pdf.length]])
    },
  )

  it('in the middle of an upload that the printer prints as far as it came: once, marked as perhaps incomplete', async () => {
    printer.cutUploads = 'print'
    printer.onOperation = (name, at) => void (name === 'Send-Document' && at === 'upload' && die())
    const job = api.addJob(printerId, { pdf })
    await killOnce(job)
    expect([job.status, printer.prints.length, job.possiblyIncomplete]).toEqual(['printed', 1, true])
  })

  it('while the printer has the document, which then restarts: uncertain, and not printed again', async () => {
    printer.onOperation = (name, at) => {
      if (name !== 'Send-Document' || at !== 'end') return
      die()
      printer.reboot()
    }
    const job = api.addJob(printerId, { pdf })
    await killOnce(job)
    expect([job.status, printer.prints.length]).toEqual(['uncertain', 0])
    expect(job.attempts).toHaveLength(1)
  })

  it('with a printer without Create-Job, before its answer: found by its token, printed once', async () => {
    printer.offersCreateJob = false
    printer.onOperation = (name, at) => void (name === 'Print-Job' && at === 'end' && die())
    const job = api.addJob(printerId, { pdf })
    await killOnce(job)
    expect([job.status, printer.prints.length]).toEqual(['printed', 1])
  })
})
