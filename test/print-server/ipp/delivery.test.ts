import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { FakeApiJob } from '../../support/fakeApiJob.js'
import type { FakePrinter } from '../../support/fakePrinter.js'
import type { FaultKind } from '../../support/fakePrinterFaults.js'
import { until } from '../until.js'
import { pdfOf, World } from '../world.js'

const pdf = pdfOf('送货单', 1_500_000)
let world: World
let printer: FakePrinter
let printerId: number
let job: FakeApiJob

beforeEach(async () => {
  world = await World.start()
  ;({ printer, printerId } = await world.addPrinter())
  job = world.api.addJob(printerId, { pdf })
})
afterEach(() => world.close())

async function outcome(): Promise<string> {
  await world.startServer()
  const [status = ''] = await world.ended(job)
  return status
}

/** The steps that were stored, as `attempt:state`. */
function steps(): string[] {
  return job.reports.flatMap(({ attempt }) => (attempt?.state ? [`${attempt.n}:${attempt.state}`] : []))
}

describe('delivery to a healthy printer', () => {
  it('stores every step before the next byte goes out, and ends with what the printer says', async () => {
    const order: string[] = []
    printer.onOperation = (operation, moment) => {
      if (moment === 'begin' && !operation.startsWith('Get-')) order.push(operation)
    }
    world.api.after = ({ name }) => {
      const state = job.reports.at(-1)?.attempt?.state
      if (name === 'attempt') order.push('stored prepared')
      if (name === 'report' && state) order.push(`stored ${state}`)
    }
    expect(await outcome()).toBe('printed')
    expect(order).toEqual([
      'stored prepared',
      'Create-Job',
      'stored sending',
      'Send-Document',
      'stored accepted',
    ])
    expect(printer.prints).toEqual([
      { jobId: 1, name: expect.stringContaining(job.title), bytes: pdf.length },
    ])
    expect(job).toMatchObject({ impressions: 1, possiblyIncomplete: false, reasons: [] })
  })

  it('calls the job by its title with the token behind it, and asks for the exact form', async () => {
    await outcome()
    expect(printer.jobs[0]?.name).toBe(`${job.title} [${job.attempts[0]?.token}]`)
    expect(printer.template.get('media-col')).toEqual([
      new Map([
        [
          'media-size',
          [
            new Map([
              ['x-dimension', [24_100]],
              ['y-dimension', [13_970]],
            ]),
          ],
        ],
      ]),
    ])
    expect(printer.template.get('sides')).toEqual(['one-sided'])
  })

  it('says "accepted" and "printing" before "printed"', async () => {
    printer.jobMs = 60_000
    await world.startServer()
    await until(() => job.status === 'accepted', 'the job is accepted')
    Object.assign(printer.jobs[0] ?? {}, { state: 'processing' })
    await until(() => job.status === 'printing', 'the job is printing')
    Object.assign(printer.jobs[0] ?? {}, { state: 'completed' })
    await world.ended(job)
    const told = job.reports.map((report) => report.status).filter((status) => status !== undefined)
    expect([...new Set(told)]).toEqual(['sending', 'accepted', 'printing', 'printed'])
  })

  it('prints on a printer without Create-Job', async () => {
    printer.offersCreateJob = false
    expect(await outcome()).toBe('printed')
    expect(printer.requests).toContain('Print-Job')
    expect(steps()).toEqual(['1:sending', '1:accepted'])
  })
})

describe('a fault while a job is created', () => {
  it('cancels the empty job that a printer made of a request it answered too late', async () => {
    printer.oneAtATime = true
    const makeItLate = () => {
      printer.onOperation = () => undefined
      const late = printer.addJob(`late [${job.attempts[0]?.token}]`, 'pending-held')
      late.reasons = ['job-incoming']
    }
    printer.onOperation = (operation, moment) => {
      if (operation !== 'Create-Job' || moment !== 'begin') return undefined
      printer.onOperation = (next) => (next === 'Get-Printer-Attributes' ? makeItLate() : undefined)
      return false
    }
    expect(await outcome()).toBe('printed')
    expect(printer.jobs.filter(({ state }) => state === 'canceled')).toHaveLength(1)
    expect(printer.prints).toHaveLength(1)
  })
})

describe('a fault while the document is sent', () => {
  it.each([true, false])(
    'is uncertain when the printer forgot the job, Create-Job offered: %s',
    async (offered) => {
      printer.offersCreateJob = offered
      const next = world.api.addJob(printerId, { pdf })
      const operation = offered ? 'Send-Document' : 'Print-Job'
      printer.onOperation = (name, moment) => {
        if (name !== operation || moment !== 'end') return undefined
        printer.onOperation = () => undefined
        printer.reboot()
        return false
      }
      expect(await outcome()).toBe('uncertain')
      expect(await world.ended(next)).toEqual(['printed'])
      expect(printer.prints.map(({ name }) => name.includes(job.attempts[0]?.token ?? ''))).toEqual([false])
    },
  )

  it('gives up after a few tries when the printer never takes the document', async () => {
    printer.faults = [{ operation: 'Send-Document', kind: 'drop', times: 100 }]
    expect(await outcome()).toBe('failed')
    expect(job.error?.code).toBe('aborted')
    expect(job.attempts.length).toBeLessThan(10)
    expect(printer.prints).toEqual([])
  })
})

describe('a fault while the job is watched', () => {
  it('is uncertain when the printer restarted and gave the number to somebody else', async () => {
    printer.jobMs = 60_000
    world.api.after = ({ name, body }) => {
      if (name !== 'report' || body.status !== 'accepted') return
      world.api.after = () => undefined
      printer.reboot()
      printer.addJob('发票 [00000000]')
    }
    expect(await outcome()).toBe('uncertain')
    expect(job.attempts[0]).toMatchObject({ ended: true, note: 'printer-restarted' })
  })

  it('takes a cancellation at the printer for what it is and sends nothing again', async () => {
    printer.jobMs = 60_000
    await world.startServer()
    await until(
      () => printer.jobs[0]?.state === 'processing' || job.status === 'accepted',
      'the job is accepted',
    )
    Object.assign(printer.jobs[0] ?? {}, { state: 'canceled' })
    expect(await world.ended(job)).toEqual(['canceled'])
    expect(printer.jobs).toHaveLength(1)
  })

  it.each([
    [0, true, 'failed'],
    [1, true, 'uncertain'],
    [0, false, 'uncertain'],
  ])(
    'after the printer aborted it with %i sides (counted: %s) the job is %s',
    async (impressions, counts, status) => {
      printer.jobMs = 60_000
      printer.countsImpressions = counts
      await world.startServer()
      await until(() => job.status === 'accepted', 'the job is accepted')
      Object.assign(printer.jobs[0] ?? {}, { state: 'aborted', impressions })
      expect(await world.ended(job)).toEqual([status])
      expect(printer.jobs).toHaveLength(1)
    },
  )

  it('cancels at the printer when a person asks for it', async () => {
    printer.jobMs = 60_000
    await world.startServer()
    await until(() => job.status === 'accepted', 'the job is accepted')
    Object.assign(printer.jobs[0] ?? {}, { state: 'processing' })
    await until(() => job.status === 'printing', 'the job is printing')
    world.api.cancel(job)
    expect(await world.ended(job)).toEqual(['canceled'])
    expect(printer.jobs[0]?.state).toBe('canceled')
  })

  it('is uncertain when a person cancels and the printer stays away', async () => {
    printer.jobMs = 60_000
    await world.startServer()
    await until(() => job.status === 'accepted', 'the job is accepted')
    await printer.unplug()
    world.api.cancel(job)
    expect(await world.ended(job)).toEqual(['uncertain'])
    await printer.listen()
  })
})

describe('a printer that cannot take the job now', () => {
  /** Starts, waits until the API shows the reason, puts the printer right, and expects the paper. */
  async function waitsBecause(reason: string, putRight: () => unknown): Promise<void> {
    const second = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await until(() => job.reasons.includes(reason), `the job waits because of ${reason}`)
    expect(job.status).toBe('queued')
    await putRight()
    expect(await world.ended(job, second)).toEqual(['printed', 'printed'])
    expect(printer.prints.map(({ name }) => name.slice(0, job.title.length))).toEqual([
      job.title,
      second.title,
    ])
    expect(job.reasons).toEqual([])
  }

  it('stopped: waits with its reason, and prints in order when it goes on', async () => {
    Object.assign(printer, { state: 'stopped', reasons: ['media-empty-error'] })
    await waitsBecause('media-empty', () => Object.assign(printer, { state: 'idle', reasons: ['none'] }))
  })

  it('stopped without a reason: counts as paused', async () => {
    printer.state = 'stopped'
    await waitsBecause('paused', () => (printer.state = 'idle'))
  })

  it('not accepting: waits', async () => {
    printer.accepting = false
    await waitsBecause('not-accepting', () => (printer.accepting = true))
  })

  it('busy with the job of somebody else: waits, and opens no attempt at every look', async () => {
    printer.oneAtATime = true
    const other = printer.addJob('somebody else', 'processing')
    await waitsBecause('busy', async () => {
      await until(
        () => printer.requests.filter((name) => name.startsWith('Get-Printer')).length > 6,
        'it looks again',
      )
      expect(job.attempts).toHaveLength(1)
      other.state = 'completed'
    })
  })

  it('switched off: waits, and the API is told that it is unreachable', async () => {
    await printer.unplug()
    await waitsBecause('unreachable', async () => {
      expect(world.api.printer(printerId).state).toEqual({ status: 'unreachable', reasons: ['unreachable'] })
      await printer.listen()
    })
  })

  it('hanging: waits', async () => {
    printer.faults = [{ operation: '*', kind: 'hang', times: 1_000 }]
    await waitsBecause('unreachable', () => (printer.faults = []))
  })

  it('refusing our sign-in: waits', async () => {
    printer.faults = [{ operation: '*', kind: 'http-401', times: 1_000 }]
    await waitsBecause('unauthorized', () => (printer.faults = []))
  })

  it('out of paper in the middle: the job stays printing and says why', async () => {
    printer.jobMs = 40
    printer.onOperation = (operation, moment) => {
      if (operation === 'Send-Document' && moment === 'end') {
        Object.assign(printer, { state: 'stopped', reasons: ['media-empty-error'] })
      }
    }
    await world.startServer()
    await until(() => job.reasons.includes('media-empty'), 'the reason is told')
    expect(['accepted', 'printing']).toContain(job.status)
    Object.assign(printer, { state: 'idle', reasons: ['none'] })
    expect(await world.ended(job)).toEqual(['printed'])
    expect(job.reasons).toEqual([])
  })

  it.each(['canceled', 'held', 'expired'])(
    'a job that is %s while it waits is dropped, the next one goes on',
    async (status) => {
      printer.state = 'stopped'
      const next = world.api.addJob(printerId, { pdf })
      await world.startServer()
      await until(() => job.reasons.length > 0, 'the job waits')
      job.status = status
      await until(() => next.reasons.length > 0, 'the next one waits')
      printer.state = 'idle'
      expect(await world.ended(next)).toEqual(['printed'])
      expect(job.status).toBe(status)
      expect(printer.prints).toHaveLength(1)
    },
  )
})

it('prints from the tray of the print rule, which goes before that of the printer', async () => {
  printer.trays = ['main', 'tray-2', 'tray-3']
  world.api.printer(printerId).options = { tray: 'tray-3' }
  job.tray = 'tray-2'
  expect(await outcome()).toBe('printed')
  const [media] = printer.template.get('media-col') ?? []
  expect(media instanceof Map && media.get('media-source')).toEqual(['tray-2'])
})

describe('a printer that will never take the job', () => {
  it.each([
    [['image/urf', 'image/jpeg'], [], 'image/urf, image/jpeg'],
    [['image/urf', 'image/pwg-raster'], ['cmyk_8'], 'image/urf, image/pwg-raster, cmyk_8, 300x300dpi'],
  ])(
    'takes %j with raster %j: the job fails and says what the printer takes',
    async (formats, types, detail) => {
      Object.assign(printer, { formats, raster: { types, resolutions: [[300, 300, 'dpi']] } })
      expect(await outcome()).toBe('failed')
      expect(job.error).toEqual({ code: 'unsupported-printer', detail })
      expect(job.attempts).toEqual([])
    },
  )

  it('lacks the tray that was chosen: the job fails and names the trays, none is printed from instead', async () => {
    printer.trays = ['main', 'tray-2']
    world.api.printer(printerId).options = { tray: 'tray-3' }
    expect(await outcome()).toBe('failed')
    expect(job.error).toEqual({ code: 'unsupported-printer', detail: 'no tray tray-3, but main, tray-2' })
  })

  it('refuses the format after all: the job fails, and nothing is left at the printer', async () => {
    printer.faults = [
      { operation: 'Send-Document', kind: 'status:client-error-document-format-not-supported' },
    ]
    expect(await outcome()).toBe('failed')
    expect(job.error?.code).toBe('format')
    expect(printer.jobs.map(({ state }) => state)).toEqual(['canceled'])
  })

  it('refuses what is asked of it: the job fails, the next one prints', async () => {
    printer.faults = [
      { operation: 'Create-Job', kind: 'status:client-error-attributes-or-values-not-supported' },
    ]
    const next = world.api.addJob(printerId, { pdf })
    expect(await outcome()).toBe('failed')
    expect(job.error?.code).toBe('rejected')
    expect(await world.ended(next)).toEqual(['printed'])
  })

  it.each<FaultKind>(['html', 'garbage', 'endless'])(
    'answers %s to everything: the job fails as unreadable',
    async (kind) => {
      printer.faults = [{ operation: '*', kind, times: 1_000 }]
      expect(await outcome()).toBe('failed')
      expect(job.error?.code).toBe('unreadable')
    },
  )

  it('has an address that names no printer: the job fails', async () => {
    world.api.printer(printerId).uri = 'lpt1:'
    expect(await outcome()).toBe('failed')
    expect(job.error?.code).toBe('unsupported-printer')
  })
})
