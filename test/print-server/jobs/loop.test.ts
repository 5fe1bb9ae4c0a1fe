import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { RenderError } from '../../../print-server/render/renderError.js'
import type { FakeApiJob } from '../../support/fakeApiJob.js'
import type { FakePrinter } from '../../support/fakePrinter.js'
import { until } from '../until.js'
import { pdfOf, World } from '../world.js'

const pdf = pdfOf('送货单', 1_500_000)
let world: World
let printer: FakePrinter
let printerId: number

beforeEach(async () => {
  world = await World.start()
  ;({ printer, printerId } = await world.addPrinter())
})
afterEach(() => world.close())

function callsOf(name: string): number {
  return world.api.calls.filter((call) => call.name === name).length
}

describe('the job loop', () => {
  it('prints the jobs of a printer in their order, under one lease', async () => {
    const jobs = Array.from({ length: 5 }, () => world.api.addJob(printerId, { pdf }))
    await world.startServer()
    await world.ended(...jobs)
    expect(printer.prints.map(({ name }) => name.replace(/ \[.*/, ''))).toEqual(
      jobs.map(({ title }) => title),
    )
    expect(world.api.printer(printerId).fence).toBe(1)
  })

  it('works on several printers at once: one that hangs holds up nobody', async () => {
    const other = await world.addPrinter()
    printer.faults = [{ operation: '*', kind: 'hang', times: 1_000 }]
    const stuck = world.api.addJob(printerId, { pdf })
    const jobs = Array.from({ length: 3 }, () => world.api.addJob(other.printerId, { pdf }))
    await world.startServer()
    expect(await world.ended(...jobs)).toEqual(['printed', 'printed', 'printed'])
    expect(stuck.status).toBe('queued')
  })

  it('works on twenty printers at a time', async () => {
    const printers = await Promise.all(Array.from({ length: 20 }, () => world.addPrinter()))
    for (const { printer: one } of printers) one.jobMs = 60_000
    const jobs = printers.map((one) => world.api.addJob(one.printerId, { pdf }))
    await world.startServer()
    await until(() => jobs.every(({ status }) => status === 'accepted'), 'all of them have their job')
  })

  it('takes a job that comes while it waits for one, and again after it let the printer go', async () => {
    await world.startServer()
    await until(() => callsOf('claim') > 0, 'it asks for work')
    expect(await world.ended(world.api.addJob(printerId, { pdf }))).toEqual(['printed'])
    await until(() => callsOf('release') === 1, 'it lets the printer go')
    expect(await world.ended(world.api.addJob(printerId, { pdf }))).toEqual(['printed'])
    expect(world.api.printer(printerId).fence).toBe(2)
  })

  it('tells the API what the printer says, and only when that changes', async () => {
    printer.jobMs = 200
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await world.ended(job)
    const told = world.api.calls.filter(({ name }) => name === 'state').map(({ body }) => body.status)
    expect(told[0]).toBe('idle')
    expect(told).toContain('processing')
    expect(told.length).toBeLessThan(5)
  })

  it('logs no key, no address, no title and no data', async () => {
    printer.faults = [{ operation: 'Create-Job', kind: 'drop' }]
    await world.startServer()
    await world.ended(world.api.addJob(printerId, { title: '送货单 SH1 王小明' }))
    await world.stopServer()
    const lines = world.logged.join('')
    expect(lines).toContain('job ended')
    for (const secret of [world.api.token, '王小明', 'SH1', printer.uri]) expect(lines).not.toContain(secret)
  })
})

describe('rendering', () => {
  it('archives the PDF before anything goes to the printer, and delivers those bytes', async () => {
    const order: string[] = []
    world.api.after = ({ name }) => void order.push(name)
    printer.onOperation = (operation, moment) => void (moment === 'begin' && order.push(operation))
    const job = world.api.addJob(printerId)
    await world.startServer()
    expect(await world.ended(job)).toEqual(['printed'])
    expect(order.indexOf('pdf')).toBeGreaterThan(order.indexOf('content'))
    expect(order.indexOf('pdf')).toBeLessThan(order.indexOf('Create-Job'))
    expect(printer.prints[0]?.bytes).toBe(job.pdf?.bytes)
  })

  it('never renders what is archived', async () => {
    await world.startServer()
    await world.ended(world.api.addJob(printerId, { pdf }))
    expect(world.rendered).toBe(0)
  })

  it('delivers the first PDF of the document when another print server was quicker', async () => {
    const job = world.api.addJob(printerId)
    world.api.before = ({ name }) => {
      if (name === 'pdf') job.pdf ??= archive(pdf)
    }
    await world.startServer()
    expect(await world.ended(job)).toEqual(['printed'])
    expect(printer.prints[0]?.bytes).toBe(pdf.length)
  })

  it.each(['template', 'render-timeout'] as const)(
    '%s: the job fails with its detail, the next one prints',
    async (code) => {
      world.render = (content) =>
        content.data.title === bad.title
          ? Promise.reject(new RenderError(code, 'line 3: no such helper'))
          : Promise.resolve(pdf)
      const bad = world.api.addJob(printerId)
      const good = world.api.addJob(printerId)
      await world.startServer()
      expect(await world.ended(bad, good)).toEqual(['failed', 'printed'])
      expect(bad.error).toEqual({ code, detail: 'line 3: no such helper' })
      expect(printer.prints).toHaveLength(1)
    },
  )

  it('waits while there is no browser, and says so', async () => {
    let available = false
    world.render = () =>
      available ? Promise.resolve(pdf) : Promise.reject(new RenderError('unavailable', 'no browser'))
    const job = world.api.addJob(printerId)
    await world.startServer()
    await until(() => job.reasons.includes('renderer-unavailable'), 'the reason is told')
    available = true
    expect(await world.ended(job)).toEqual(['printed'])
  })

  it('fails a job whose archived PDF is not what its hash says', async () => {
    const job = world.api.addJob(printerId, { pdf })
    world.api.archive.set(job.pdf?.sha256 ?? '', pdfOf('something else'))
    await world.startServer()
    expect(await world.ended(job)).toEqual(['failed'])
    expect(printer.prints).toEqual([])
  })
})

describe('the lease', () => {
  it('is renewed for as long as a job prints', async () => {
    world.api.leaseSeconds = 1
    printer.jobMs = 3_000
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer({ heartbeatMs: 60_000 })
    expect(await world.ended(job)).toEqual(['printed'])
    expect(world.api.printer(printerId).fence).toBe(1)
    expect(callsOf('renew')).toBeGreaterThan(2)
  })

  it('when lost to another print server, cuts an upload at once and reports nothing more', async () => {
    world.api.leaseSeconds = 1
    const job = world.api.addJob(printerId, { pdf })
    printer.onOperation = (operation, moment) => {
      if (operation !== 'Send-Document' || moment !== 'begin') return undefined
      world.api.stealLease(printerId)
      return false
    }
    await world.startServer({ printer: patient })
    await until(() => printer.requests.includes('Send-Document'), 'the upload')
    const reports = job.reports.length
    await until(() => world.logged.some((line) => line.includes('work stopped')), 'the work stops')
    expect(job.reports).toHaveLength(reports)
    expect(job.status).toBe('sending')
    // The other one dies in its turn: the job comes back to us and is recovered.
    printer.onOperation = () => undefined
    Object.assign(printer.jobs[0] ?? {}, { state: 'pending-held', reasons: ['job-incoming'] })
    world.api.expireLease(printerId)
    expect(await world.ended(job)).toEqual(['printed'])
    expect(printer.prints).toHaveLength(1)
  })

  it('counts as lost when the API does not answer renewals for too long', async () => {
    world.api.leaseSeconds = 1
    printer.jobMs = 60_000
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await until(() => job.status === 'accepted', 'the job is accepted')
    world.api.away = true
    await until(() => world.logged.some((line) => line.includes('"leaseLost":true')), 'the lease is lost')
    world.api.away = false
    Object.assign(printer.jobs[0] ?? {}, { state: 'completed' })
    expect(await world.ended(job)).toEqual(['printed'])
    expect(world.api.printer(printerId).fence).toBe(2)
    expect(job.attempts).toHaveLength(1)
  })
})

describe('an API that is away or in trouble', () => {
  it('is waited for; the job then prints once', async () => {
    const job = world.api.addJob(printerId, { pdf })
    world.api.away = true
    await world.startServer()
    setTimeout(() => (world.api.away = false), 300)
    expect(await world.ended(job)).toEqual(['printed'])
  })

  it.each(['content', 'pdf', 'attempt', 'report', 'next', 'state', 'renew'])(
    'loses every second answer to %s: every job prints once, in one attempt',
    async (lossy) => {
      world.api.leaseSeconds = 1
      let count = 0
      world.api.after = ({ name }) => (name === lossy ? ++count % 2 === 0 : undefined)
      const jobs = [world.api.addJob(printerId), world.api.addJob(printerId, { pdf })]
      await world.startServer()
      await world.ended(...jobs)
      expect(printer.prints).toHaveLength(2)
      expect(jobs.map(({ attempts }) => attempts.length)).toEqual([1, 1])
    },
  )

  it('goes away in the middle of a delivery: nothing is sent before the step is stored', async () => {
    const job = world.api.addJob(printerId, { pdf })
    world.api.before = ({ name }) => {
      if (name !== 'report' || job.attempts.length === 0) return undefined
      world.api.before = () => undefined
      world.api.away = true
      return false
    }
    await world.startServer()
    await until(() => world.api.away, 'the API goes away')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(printer.requests).not.toContain('Send-Document')
    world.api.away = false
    expect(await world.ended(job)).toEqual(['printed'])
    expect(printer.prints).toHaveLength(1)
  })

  it('refuses one job for good: that printer rests, others print, and it is tried again', async () => {
    const other = await world.addPrinter()
    const sick = world.api.addJob(printerId, { pdf })
    let refusals = 0
    world.api.before = ({ name, jobId }) => {
      if (name === 'attempt' && jobId === sick.id && refusals < 3) {
        refusals += 1
        // An open attempt of unknown origin: the API refuses another one.
        sick.attempts = [
          {
            n: 1,
            token: '00000000',
            state: 'prepared',
            ippJobId: null,
            ippJobUuid: null,
            printerUuid: null,
            printerUpTime: null,
            ended: false,
          },
        ]
      }
    }
    const well = world.api.addJob(other.printerId, { pdf })
    await world.startServer()
    expect(await world.ended(well, sick)).toEqual(['printed', 'printed'])
    expect(world.logged.join('')).toContain('failed unexpectedly')
  })
})

describe('draining', () => {
  it('stops claiming at once and gives the lease back while a job prints', async () => {
    printer.jobMs = 60_000
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await until(() => job.status === 'accepted', 'the job is accepted')
    await world.stopServer()
    expect(world.api.printer(printerId).leasedUntil).toBe(0)
    expect(job.status).not.toBe('printed')
    Object.assign(printer.jobs[0] ?? {}, { state: 'completed' })
    await world.startServer()
    expect(await world.ended(job)).toEqual(['printed'])
    expect(job.attempts).toHaveLength(1)
    expect(printer.requests.filter((name) => name === 'Send-Document')).toHaveLength(1)
  })

  it('finishes an upload that is under way, and stores that', async () => {
    const job = world.api.addJob(printerId, { pdf })
    const drains: Promise<void>[] = []
    printer.onOperation = (operation, moment) => {
      if (operation === 'Send-Document' && moment === 'begin') drains.push(world.stopServer())
    }
    await world.startServer({ printer: patient, drain: { cutMs: 15_000, exitMs: 20_000 } })
    await until(() => drains.length > 0, 'the drain begins')
    await Promise.all(drains)
    expect(job.attempts[0]?.state).toBe('accepted')
  })

  it('cuts an upload that does not end in time; the next process finds out', async () => {
    const job = world.api.addJob(printerId, { pdf })
    printer.faults = [{ operation: 'Send-Document', kind: 'hang' }]
    await world.startServer({ printer: patient })
    await until(() => printer.requests.includes('Send-Document'), 'the upload')
    await world.stopServer()
    expect(job.attempts[0]?.state).toBe('sending')
    await world.startServer()
    expect(await world.ended(job)).toEqual(['printed'])
    expect(printer.prints).toHaveLength(1)
  })

  it('breaks off a rendering, which loses nothing', async () => {
    world.render = (_content, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))))
    const job = world.api.addJob(printerId)
    await world.startServer()
    await until(() => world.rendered > 0, 'the rendering begins')
    await world.stopServer()
    world.render = () => Promise.resolve(pdf)
    await world.startServer()
    expect(await world.ended(job)).toEqual(['printed'])
  })
})

const patient = {
  query: { connectMs: 500, idleMs: 5_000, totalMs: 5_000 },
  document: { connectMs: 500, idleMs: 30_000, totalMs: 30_000 },
}

function archive(bytes: Buffer): NonNullable<FakeApiJob['pdf']> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  world.api.archive.set(sha256, bytes)
  return { sha256, bytes: bytes.length }
}
