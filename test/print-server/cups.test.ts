import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { A4 } from '../support/fakeApi.js'
import type { FakeApiJob } from '../support/fakeApiJob.js'
import { startCups, type Cups } from '../support/cups.js'
import { startCuttingProxy, type CuttingProxy } from './cuttingProxy.js'
import { killedDelivery, killMoments } from './killedDelivery.js'
import { noisyPdf } from './noisyPdf.js'
import { until } from './until.js'
import { World } from './world.js'

let cups: Cups
let proxy: CuttingProxy
let pdf: Buffer
let world: World
let printerId: number

beforeAll(async () => {
  cups = await startCups()
  proxy = await startCuttingProxy(cups.port)
  pdf = await noisyPdf(300_000)
})
afterAll(async () => {
  await proxy.close()
  await cups.stop()
})
beforeEach(async () => {
  world = await World.start()
  world.api.paper = A4
  printerId = world.api.addPrinter(cups.uri)
})
afterEach(async () => {
  await world.close()
  await cups.setDevice({})
  await cups.forgetPrints()
})

const addJob = () => world.api.addJob(printerId, { pdf })
const papers = async () => (await cups.prints()).map(({ bytes }) => bytes)

async function printed(...jobs: FakeApiJob[]): Promise<void> {
  expect(await world.ended(...jobs)).toEqual(jobs.map(() => 'printed'))
}

describe('delivery through CUPS', () => {
  it('prints the jobs in order, each once, whole, under its name', async () => {
    const jobs = [addJob(), addJob(), addJob()]
    await world.startServer()
    await printed(...jobs)
    expect(await cups.prints()).toEqual(
      jobs.map(({ title, attempts }) => ({ name: `${title} [${attempts[0]?.token}]`, bytes: pdf.length })),
    )
  })

  it.each([
    ['paused', ['cupsdisable', '-r', 'paper change'], 'cupsenable', 'paused'],
    ['not accepting jobs', ['cupsreject'], 'cupsaccept', 'not-accepting'],
  ] as const)('waits while the queue is %s, says so, and goes on', async (_what, [stop, ...how], go, why) => {
    cups.run(stop, ...how, 'queue')
    const job = addJob()
    await world.startServer()
    await until(() => job.reasons.includes(why), 'the job waits')
    expect(await papers()).toEqual([])
    cups.run(go, 'queue')
    await printed(job)
    expect(await papers()).toEqual([pdf.length])
  })

  it('leaves a job to the spooler while the device behind it is broken, and sends nothing again', async () => {
    await cups.setDevice({ fails: true })
    const job = addJob()
    await world.startServer()
    await until(() => job.attempts[0]?.state === 'accepted', 'CUPS has the job')
    expect(await papers()).toEqual([])
    await cups.setDevice({})
    await printed(job)
    expect([await papers(), job.attempts.length]).toEqual([[pdf.length], 1])
  })

  it('takes a cancellation to the queue: what waits there for a paused device never comes out', async () => {
    await cups.setDevice({ seconds: 30 })
    const first = addJob()
    await world.startServer()
    await until(() => first.status === 'printing', 'the device runs')
    world.api.cancel(first)
    expect(await world.ended(first)).toEqual(['canceled'])
    await cups.setDevice({})
    const second = addJob()
    await printed(second)
    expect((await cups.prints()).map(({ name }) => name)).toEqual([expect.stringContaining(second.title)])
  })

  it('finds a job again after the spooler was killed and started anew', async () => {
    await cups.setDevice({ fails: true })
    const job = addJob()
    await world.startServer()
    await until(() => job.attempts[0]?.state === 'accepted', 'CUPS has the job')
    await cups.crash()
    await cups.setDevice({})
    await printed(job)
    expect([await papers(), job.attempts.length]).toEqual([[pdf.length], 1])
  })
})

describe('a bad cable to CUPS', () => {
  beforeEach(() => {
    world.api.printer(printerId).uri = cups.uri.replace(String(cups.port), String(proxy.port))
  })

  it.each([
    ['cuts an upload: what came of it is dropped there', 100_000, 'upload'],
    ['loses the answer to a whole upload', 200_000, 'answer'],
  ] as const)('%s, and one paper comes out, whole', async (_what, bytes, what) => {
    proxy.cutNext(bytes, what)
    const job = addJob()
    await world.startServer()
    await printed(job)
    expect(await papers()).toEqual([pdf.length])
  })
})

describe('a print server killed while it delivers to CUPS', () => {
  it.each(killMoments)('when %s (%s the commit): one paper, whole', async (...moment) => {
    expect(await killedDelivery(world, printerId, addJob, moment)).toEqual(['printed'])
    expect(await papers()).toEqual([pdf.length])
  })
})
