import type { X509Certificate } from 'node:crypto'
import tls from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { A4 } from '../support/fakeApi.js'
import type { FakeApiJob } from '../support/fakeApiJob.js'
import { startIppeve, type Ippeve } from '../support/ippeve.js'
import { startCuttingProxy, type CuttingProxy } from './cuttingProxy.js'
import { printerAt } from './ipp/printerAt.js'
import { killedDelivery, killMoments } from './killedDelivery.js'
import { noisyPdf } from './noisyPdf.js'
import { until } from './until.js'
import { World } from './world.js'

let eve: Ippeve
let proxy: CuttingProxy
let pdf: Buffer
let world: World
let printerId: number

beforeAll(async () => {
  eve = await startIppeve()
  proxy = await startCuttingProxy(eve.port)
  pdf = await noisyPdf(300_000)
})
afterAll(async () => {
  await proxy.close()
  await eve.stop()
})
beforeEach(async () => {
  world = await World.start()
  world.api.paper = A4
  printerId = world.api.addPrinter(eve.uri)
})
afterEach(async () => {
  await world.close()
  await eve.setDevice({})
  await eve.forgetPrints()
})

async function printed(...jobs: FakeApiJob[]): Promise<void> {
  expect(await world.ended(...jobs)).toEqual(jobs.map(() => 'printed'))
}

describe('delivery to ippeveprinter', () => {
  it('prints the jobs in order, each once, whole, under its name', async () => {
    const jobs = [1, 2, 3].map(() => world.api.addJob(printerId, { pdf }))
    await world.startServer()
    await printed(...jobs)
    expect(await eve.prints()).toEqual(
      jobs.map(({ title, attempts }) => ({ name: `${title} [${attempts[0]?.token}]`, bytes: pdf.length })),
    )
    expect(jobs.map(({ impressions, possiblyIncomplete }) => [impressions, possiblyIncomplete])).toEqual(
      jobs.map(() => [1, false]),
    )
  })

  it('waits while the printer is busy with the empty job of somebody else', async () => {
    const orphan = await printerAt(eve.uri).createJob('somebody else', {})
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await until(() => job.reasons.includes('busy'), 'the job waits')
    await printerAt(eve.uri).cancelJob(orphan.id)
    await printed(job)
    expect(await eve.prints()).toHaveLength(1)
  })

  it('cancels a job that is printing, which this printer does when the page is out', async () => {
    await eve.setDevice({ seconds: 1 })
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await until(() => job.status === 'printing', 'the job is printing')
    world.api.cancel(job)
    expect(await world.ended(job)).toEqual(['canceled'])
    expect(job.attempts).toHaveLength(1)
  })

  it('reports a device that breaks before paper came out, and sends nothing again', async () => {
    await eve.setDevice({ fails: true })
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    expect(await world.ended(job)).toEqual(['failed'])
    expect(job.error?.code).toBe('aborted')
    expect(job.attempts).toHaveLength(1)
  })

  it('refuses a form that this printer does not have, and says which attribute it was', async () => {
    world.api.paper = { name: 'poster', widthMm: 900, heightMm: 900 }
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    expect(await world.ended(job)).toEqual(['failed'])
    expect(job.error).toEqual({ code: 'rejected', detail: expect.stringContaining('media-col') })
  })

  it('does not print twice when the printer hangs during the upload and wakes up later', async () => {
    world.api.after = ({ name }) => {
      if (name !== 'report' || job.reports.at(-1)?.attempt?.state !== 'sending') return
      world.api.after = () => undefined
      eve.process.kill('SIGSTOP')
    }
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await until(() => job.reasons.includes('unreachable'), 'the printer hangs')
    eve.process.kill('SIGCONT')
    const [status] = await world.ended(job)
    // Canceling what came of the upload may meet the printer just as it begins to print that.
    expect(['printed', 'uncertain']).toContain(status)
    const prints = await eve.prints()
    expect(prints.length).toBeLessThanOrEqual(1)
    if (status === 'printed') expect(prints).toHaveLength(1)
  })
})

describe('a bad cable to ippeveprinter', () => {
  beforeEach(() => {
    world.api.printer(printerId).uri = eve.uri.replace(String(eve.port), String(proxy.port))
  })

  it('loses the answer to a whole upload: printed once', async () => {
    proxy.cutNext(200_000, 'answer')
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await printed(job)
    expect(await eve.prints()).toEqual([{ name: expect.anything(), bytes: pdf.length }])
    expect(job.attempts).toHaveLength(1)
  })

  it('cuts an upload: at most one paper; a cut one is marked as perhaps incomplete, or a person is asked', async () => {
    proxy.cutNext(100_000, 'upload')
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    const [status] = await world.ended(job)
    const prints = await eve.prints()
    expect(prints.length).toBeLessThanOrEqual(1)
    // Canceling what came of the upload may meet the printer just as it begins to print that.
    expect(['printed', 'uncertain']).toContain(status)
    const isCut = prints[0]?.bytes !== pdf.length
    expect([status, job.possiblyIncomplete]).toEqual([status, status === 'printed' && isCut])
  })
})

describe('TLS to ippeveprinter', () => {
  const secure = () => eve.uri.replace('ipp:', 'ipps:')

  it.each([
    ['the pinned one', (shown: X509Certificate) => ({ tlsPin: shown.fingerprint256 })],
    ['signed by the given authority', (shown: X509Certificate) => ({ tlsCa: shown.toString() })],
  ])('prints when the certificate is %s', async (_what, optionsFor) => {
    const socket = tls.connect({ port: eve.port, host: 'localhost', rejectUnauthorized: false })
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    const shown = socket.getPeerX509Certificate()
    socket.destroy()
    if (!shown) throw new Error('the printer shows no certificate')
    Object.assign(world.api.printer(printerId), { uri: secure(), credentials: optionsFor(shown) })
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await printed(job)
    expect(await eve.prints()).toHaveLength(1)
  })

  it.each([
    ['signed by nobody we know', {}],
    ['not the pinned one', { tlsPin: 'ab'.repeat(32) }],
  ])('waits, and sends nothing, when the certificate is %s', async (_what, credentials) => {
    Object.assign(world.api.printer(printerId), { uri: secure(), credentials })
    const job = world.api.addJob(printerId, { pdf })
    await world.startServer()
    await until(() => job.reasons.includes('tls'), 'the job waits')
    expect(await eve.prints()).toEqual([])
  })
})

describe('a print server killed while it delivers to ippeveprinter', () => {
  it.each(killMoments)('when %s (%s the commit): one paper, whole', async (...moment) => {
    const addJob = () => world.api.addJob(printerId, { pdf })
    expect(await killedDelivery(world, printerId, addJob, moment)).toEqual(['printed'])
    expect((await eve.prints()).map(({ bytes }) => bytes)).toEqual([pdf.length])
  })
})
