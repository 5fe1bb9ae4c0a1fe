import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { FakeApi } from '../../support/fakeApi.js'
import type { FakeApiJob } from '../../support/fakeApiJob.js'
import { FakePrinter } from '../../support/fakePrinter.js'
import { until } from '../until.js'
import { World } from '../world.js'
import { batchRows, batchTable, papersInBatch } from './batchRows.js'

let batches = 0

function addBatch(api: FakeApi, printerId: number): FakeApiJob[] {
  const id = (batches += 1)
  return Array.from({ length: papersInBatch }, (_, at) =>
    api.addJob(printerId, { batch: { id, place: at + 1 } }),
  )
}

/** Counts at the printer: none lost, none doubled, each in its place. */
function expectEachOnce(jobs: FakeApiJob[], printer: FakePrinter): void {
  expect(printer.prints.map(({ name }) => name.replace(/ \[\w+\]$/, ''))).toEqual(
    jobs.map(({ title }) => title),
  )
  expect(printer.prints.map(({ bytes }) => bytes)).toEqual(jobs.map(({ pdf }) => pdf?.bytes))
  expect(jobs.map(({ status }) => status)).toEqual(jobs.map(() => 'printed'))
}

describe('a batch whose print server is killed', () => {
  const script = path.join(import.meta.dirname, '../killedChild.ts')
  let api: FakeApi
  let printer: FakePrinter
  let printerId: number
  let child: ChildProcess
  const start = () => {
    child = spawn(process.execPath, ['--import', 'tsx', script, api.url, api.token, '2000'], {
      stdio: 'inherit',
    })
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
  })

  it.each(batchRows.filter(({ fails }) => fails === 'print server'))(
    'as $when',
    async (row) => {
      const victim = child
      row.arm({ api, printer, kill: () => victim.kill('SIGKILL') })
      const jobs = addBatch(api, printerId)
      await until(() => victim.signalCode === 'SIGKILL', 'the print server is killed', 60_000)
      api.expireLease(printerId)
      start()
      await until(() => jobs.every((job) => api.isOver(job)), 'the batch ends', 60_000)
      expectEachOnce(jobs, printer)
    },
    130_000,
  )
})

describe('a batch while something else fails', () => {
  let world: World
  beforeEach(async () => {
    world = await World.start()
  })
  afterEach(() => world.close())

  it.each(batchRows.filter(({ fails }) => fails !== 'print server'))('$fails: $when', async (row) => {
    const { printer, printerId } = await world.addPrinter()
    row.arm({ api: world.api, printer, kill: () => undefined })
    const jobs = addBatch(world.api, printerId)
    await world.startServer()
    await world.ended(...jobs)
    expectEachOnce(jobs, printer)
  })
})

describe('docs/printing.md', () => {
  it('shows the rows of batches as they are tested', async () => {
    const text = await readFile(path.join(import.meta.dirname, '../../../docs/printing.md'), 'utf8')
    expect(text).toContain(batchTable())
  })
})
