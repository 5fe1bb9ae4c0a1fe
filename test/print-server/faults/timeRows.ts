import type { FakeApiJob } from '../../support/fakeApiJob.js'
import { until } from '../until.js'
import type { Stage } from './faultRow.js'

interface Passing extends Stage {
  job: FakeApiJob
  /** Sets this machine's own clock forward, or back. */
  shiftClock(ms: number): void
}

/** Something that lasts, or that happens to the clock, while a job is on its way. */
export interface TimeRow {
  when: string
  /** Before the job is queued. */
  begin?(stage: Passing): Promise<void> | void
  /** While it is on its way. */
  pass(stage: Passing): Promise<void> | void
  /** Why it waits, as people are shown meanwhile. */
  shown: string
  paper: 'one' | 'none'
  ledger: 'printed' | 'canceled'
}

const week = 7 * 24 * 3_600_000
const day = week / 7

const shows = ({ job }: Passing, reason: string) =>
  until(() => job.reasons.includes(reason), `it waits because of ${reason}, now ${job.reasons.join()}`)
/** The printer has the job, and prints it for as long as the test wants. */
const isThere = ({ job }: Passing) =>
  until(() => job.status === 'accepted' || job.status === 'printing', 'it is there')
const slowly = ({ printer }: Passing): void => {
  printer.jobMs = 600_000
}
const comesOut = ({ printer }: Passing): void => {
  const [job] = printer.jobs
  if (!job) throw new Error('the printer has no job')
  Object.assign(job, { state: 'completed', impressions: 1 })
  printer.prints.push({ jobId: job.id, name: job.name, bytes: job.bytes })
}

const atPrinterWhile = (when: string, ms: number): TimeRow => ({
  when,
  begin: slowly,
  async pass(stage) {
    await isThere(stage)
    stage.shiftClock(ms)
    stage.api.expireLease(1)
    comesOut(stage)
  },
  shown: '-',
  paper: 'one',
  ledger: 'printed',
})

const waitingWhile = (when: string, ms: number): TimeRow => ({
  when,
  begin: ({ printer }) => printer.unplug(),
  async pass(stage) {
    await shows(stage, 'unreachable')
    stage.shiftClock(ms)
    stage.api.expireLease(1)
    await stage.printer.listen()
  },
  shown: 'unreachable',
  paper: 'one',
  ledger: 'printed',
})

const refusedFor = (when: string, times: number, kind: 'http-503' | 'status:server-error-busy'): TimeRow => ({
  when,
  begin({ printer }) {
    printer.faults.push({ operation: 'Create-Job', kind, times })
  },
  pass: (stage) => shows(stage, 'busy'),
  shown: 'busy',
  paper: 'one',
  ledger: 'printed',
})

export const timeRows: TimeRow[] = [
  waitingWhile('its printer is away for a week, and comes back', week),
  waitingWhile("the print server's clock is set back by a day while it waits", -day),
  atPrinterWhile("the print server's clock is set forward by a day while the printer has the job", day),
  atPrinterWhile("the print server's clock is set back by a day while the printer has the job", -day),
  // Each of these tells when to ask again: in a second.
  refusedFor('the printer is overloaded (503) for four tries', 4, 'http-503'),
  refusedFor('the printer is busy for twenty-five tries', 25, 'status:server-error-busy'),
  {
    when: 'somebody cancels it at the printer, before a sheet is out',
    begin: slowly,
    async pass(stage) {
      await isThere(stage)
      Object.assign(stage.printer.jobs[0] ?? {}, { state: 'canceled', reasons: ['job-canceled-at-device'] })
    },
    shown: '-',
    paper: 'none',
    ledger: 'canceled',
  },
]

/** The rows as a table in Markdown; docs/printing.md shows it. */
export function timeTable(): string {
  const rows = timeRows.map(
    ({ when, shown, paper, ledger }) => `| ${when} | ${shown} | ${paper} | ${ledger} |`,
  )
  return ['| while it is on its way | shown meanwhile | paper | ledger |', '|---|---|---|---|', ...rows].join(
    '\n',
  )
}
