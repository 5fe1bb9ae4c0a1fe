import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { FakeApi } from '../support/fakeApi.js'
import { FakePrinter } from '../support/fakePrinter.js'
import { until } from './until.js'

const script = path.join(import.meta.dirname, 'killedChild.ts')
let api: FakeApi
let printers: FakePrinter[]
const children: ChildProcess[] = []

const startServer = (): ChildProcess => {
  const child = spawn(process.execPath, ['--import', 'tsx', script, api.url, api.token, '2000'], {
    stdio: 'inherit',
  })
  children.push(child)
  return child
}

beforeEach(async () => {
  api = await FakeApi.start()
  printers = [await FakePrinter.start(), await FakePrinter.start()]
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await Promise.all([api.close(), ...printers.map((printer) => printer.close())])
})

describe('two print servers at one site', () => {
  it('share two batches without a doubled sheet, also when one of them is killed in the middle', async () => {
    const batches = printers.map((printer, at) => {
      const printerId = api.addPrinter(printer.uri)
      return Array.from({ length: 25 }, (_, place) =>
        api.addJob(printerId, { batch: { id: at + 1, place: place + 1 } }),
      )
    })
    const printed = (at: number) => (batches[at] ?? []).filter(({ status }) => status === 'printed').length
    // A server that has a printer gets no second one, so that both are at work.
    api.before = ({ name, body }) =>
      name !== 'claim' || (Array.isArray(body.printers) && body.printers.length === 0)
    const servers = [startServer(), startServer()]
    await until(() => printed(0) >= 8 && printed(1) >= 8, 'both batches are under way', 50_000)
    expect(new Set(api.printers.map(({ holder }) => holder)).size).toBe(2)
    servers[0]?.kill('SIGKILL')
    await until(() => servers[0]?.signalCode === 'SIGKILL', 'one is killed')
    api.before = () => undefined
    // The lease of a dead process runs out by itself; the test does not wait for that.
    for (const { id, holder } of api.printers) if (holder.endsWith(`:${servers[0]?.pid}`)) api.expireLease(id)
    await until(() => batches.flat().every((job) => api.isOver(job)), 'both batches end', 50_000)
    for (const [at, jobs] of batches.entries()) {
      const titles = printers[at]?.prints.map(({ name }) => name.replace(/ \[\w+\]$/, ''))
      expect(titles).toEqual(jobs.map(({ title }) => title))
      expect(jobs.map(({ status }) => status)).toEqual(jobs.map(() => 'printed'))
    }
  }, 120_000)
})
