import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { FakePrinter } from '../../support/fakePrinter.js'
import { pdfOf, World } from '../world.js'
import { timeRows, timeTable } from './timeRows.js'

let world: World
let printer: FakePrinter
let printerId: number
const now = Date.now.bind(Date)

beforeEach(async () => {
  world = await World.start()
  ;({ printer, printerId } = await world.addPrinter())
})
afterEach(async () => {
  jest.restoreAllMocks()
  await world.close()
})

describe('a job on its way', () => {
  it.each(timeRows)('$when: $paper on paper, $ledger in the ledger', async (row) => {
    const stage = {
      api: world.api,
      printer,
      kill: () => undefined,
      job: world.api.addJob(printerId, { pdf: pdfOf('送货单') }),
      shiftClock: (ms: number) => void jest.spyOn(Date, 'now').mockImplementation(() => now() + ms),
    }
    await row.begin?.(stage)
    await world.startServer()
    await row.pass(stage)
    expect(await world.ended(stage.job)).toEqual([row.ledger])
    expect(printer.prints).toHaveLength(row.paper === 'one' ? 1 : 0)
    expect(stage.job.attempts.every(({ ended }) => ended)).toBe(true)
  })
})

describe('docs/printing.md', () => {
  it('shows the rows of what lasts as they are tested', async () => {
    const text = await readFile(path.join(import.meta.dirname, '../../../docs/printing.md'), 'utf8')
    expect(text).toContain(timeTable())
  })
})
