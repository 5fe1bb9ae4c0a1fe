import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { FakeApi } from '../../support/fakeApi.js'
import type { FakeApiJob } from '../../support/fakeApiJob.js'
import { FakePrinter } from '../../support/fakePrinter.js'
import { until } from '../until.js'
import { pdfOf, World } from '../world.js'
import { faultMatrix, faultTable } from './faultMatrix.js'
import type { FaultRow } from './faultRow.js'

const pdf = pdfOf('送货单', 1_500_000)
const kills = faultMatrix.filter(({ fails }) => fails === 'print server')
const cuts = faultMatrix.filter(({ fails }) => fails !== 'print server')

/** Counts at the printer, compares with what the ledger says. */
function expectOutcome(row: FaultRow, job: FakeApiJob, printer: FakePrinter): void {
  const sizes = printer.prints.map(({ bytes }) => bytes)
  const paper = sizes.map((bytes) => (bytes === job.pdf?.bytes ? 'one' : 'one, cut short')).join(' and ')
  const ledger = job.status === 'printed' && job.possiblyIncomplete ? 'perhaps incomplete' : job.status
  expect({ paper: paper || 'none', ledger }).toEqual({ paper: row.paper, ledger: row.ledger })
  // An uncertain job is never sent again by a machine.
  if (ledger === 'uncertain') expect(job.attempts.filter(({ ended }) => !ended)).toEqual([])
  expect(job.attempts.every(({ ended }) => ended)).toBe(true)
}

describe('when the print server is killed', () => {
  const script = path.join(import.meta.dirname, '../killedChild.ts')
  let api: FakeApi
  let printer: FakePrinter
  let printerId: number
  /** Always one alive: who survives one row is the victim of the next. */
  let child: ChildProcess

  const start = () => {
    child = spawn(process.execPath, ['--import', 'tsx', script, api.url, api.token], { stdio: 'inherit' })
  }
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
    Object.assign(printer, { jobs: [], cutUploads: 'wait', offersCreateJob: true, tellsSize: false })
  })

  it.each(kills)('as $when: $paper on paper, $ledger in the ledger', async (row) => {
    const victim = child
    row.arm({ api, printer, kill: () => victim.kill('SIGKILL') })
    const job = api.addJob(printerId, row.fresh ? {} : { pdf })
    await until(() => victim.signalCode === 'SIGKILL', `the print server is killed, the job is ${job.status}`)
    // The lease of a dead process runs out by itself; the test does not wait for that.
    api.expireLease(printerId)
    start()
    await until(() => api.isOver(job), `the job ends, it is ${job.status}`)
    expectOutcome(row, job, printer)
  })
})

describe('when something else fails', () => {
  let world: World
  let printer: FakePrinter
  let printerId: number

  beforeEach(async () => {
    world = await World.start()
    ;({ printer, printerId } = await world.addPrinter())
  })
  afterEach(() => world.close())

  it.each(cuts)('$fails, $when: $paper on paper, $ledger in the ledger', async (row) => {
    row.arm({ api: world.api, printer, kill: () => undefined })
    const job = world.api.addJob(printerId, row.fresh ? {} : { pdf })
    await world.startServer()
    await world.ended(job)
    expectOutcome(row, job, printer)
  })
})

describe('docs/printing.md', () => {
  it('shows the matrix as it is tested', async () => {
    const text = await readFile(path.join(import.meta.dirname, '../../../docs/printing.md'), 'utf8')
    expect(text).toContain(faultTable())
  })
})
