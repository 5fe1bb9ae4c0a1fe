import { describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { eachDatabase } from '../support/eachDatabase.js'
import { openHouse } from '../support/house.js'
import { claimedIn, openPrintShop, pdfOf, PrintServer, type Claimed } from '../support/printShop.js'

eachDatabase((house) => {
  const shop = (fields = {}) => openPrintShop(house(), fields)

  describe('a claim', () => {
    it('gives a printer of the site with its oldest job, and nothing where nothing waits', async () => {
      const { server, printer, job } = await shop({
        options: { tray: 'tray-2' },
        username: 'office',
        password: 'geheim-7',
        paper: 'a4',
      })
      expect(await server.claim()).toMatchObject({ status: 204, text: '' })
      const first = await job()
      await job()
      const { status, body } = await server.claim()
      expect(status).toBe(200)
      expect(body).toEqual({
        lease: { printerId: printer.id, fence: expect.any(Number), seconds: expect.any(Number) },
        printer: {
          id: printer.id,
          name: printer.name,
          uri: printer.uri,
          options: { tray: 'tray-2' },
          credentials: { username: 'office', password: 'geheim-7' },
          offset: { x: 0, y: 0 },
        },
        job: {
          id: first.id,
          title: first.title,
          status: 'queued',
          purpose: 'first',
          expiresAt: null,
          cancelRequested: false,
          paper: expect.objectContaining({ name: 'a4', widthMm: 210, heightMm: 297 }),
          pdf: null,
          tray: null,
          part: null,
          attempt: null,
          batch: null,
        },
      })
    })

    it('waits, and is woken by the job that comes', async () => {
      const { server, job } = await shop()
      const waiting = server.claim(25)
      const made = await job()
      expect(claimedIn(await waiting).job.id).toBe(made.id)
    })

    it('ends with nothing when its wait is over', async () => {
      const { server } = await shop()
      expect((await server.claim(0.7)).status).toBe(204)
    })

    it('leaves out the printers that its process holds already', async () => {
      const { server, printer, job } = await shop()
      await job()
      expect((await server.claim(0, [printer.id])).status).toBe(204)
      expect((await server.claim()).status).toBe(200)
    })

    it.each<[string, object]>([
      ['no name', { server: '' }],
      ['a wait of an hour', { server: 's', waitSeconds: 3600 }],
      ['printers that are none', { server: 's', printers: ['x'] }],
      ['nothing', {}],
    ])('with %s is refused with a sentence', async (_what, body) => {
      const { server } = await shop()
      expect(await server.client.post('/print-server/v1/claim', body)).toMatchObject({
        status: 400,
        body: { code: 'bad_request', message: expect.stringContaining('请求内容不对') },
      })
    })
  })

  describe('a lease', () => {
    it('is held by one of many that claim at the same time', async () => {
      const { server, other, job } = await shop()
      await job()
      const replies = await Promise.all(
        Array.from({ length: 12 }, (_, n) => (n % 2 ? server : other).claim()),
      )
      expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
        200,
        ...Array.from({ length: 11 }, () => 204),
      ])
    })

    it('shuts everybody else out until it is released; the next one has a higher fence', async () => {
      const { server, other, job } = await shop()
      await job()
      const { fence, printerId } = await server.claimed()
      expect((await other.claim()).status).toBe(204)
      expect(await server.renew(printerId, fence)).toMatchObject({
        status: 200,
        body: { seconds: expect.any(Number) },
      })
      expect((await server.release(printerId, fence)).status).toBe(200)
      expect((await other.claimed()).fence).toBeGreaterThan(fence)
    })

    /** The lease has run out by the database's clock. */
    const expire = ({ printerId }: Claimed) =>
      house().api.db.execute('UPDATE printers SET leaseUntil = 1 WHERE id = ?', [printerId])

    it('that ran out goes to the next who asks; the late one is told to stop, whatever it calls', async () => {
      const { server, other, job, read } = await shop()
      await job()
      const late = await server.claimed()
      await expire(late)
      const now = await other.claimed()
      expect(now).toMatchObject({ printerId: late.printerId, job: { id: late.job.id } })
      const before = await read(late.job)
      for (const call of [
        server.nextJob(late.job, late.fence),
        server.archive(late.job, late.fence, pdfOf(late.job)),
        server.attempt(late.job, late.fence),
        server.report(late.job, late.fence, { status: 'printed' }),
        server.printerState(late.printerId, late.fence, { status: 'stopped', reasons: ['media-jam'] }),
        server.renew(late.printerId, late.fence),
        server.release(late.printerId, late.fence),
      ])
        expect(await call).toMatchObject({ status: 409, body: { code: 'stale_fence' } })
      expect(await read(late.job)).toEqual(before)
      expect((await other.attempt(now.job, now.fence)).status).toBe(200)
    })

    it('that ran out and nobody took is renewed by the next call', async () => {
      const { server, other, job } = await shop()
      await job()
      const mine = await server.claimed()
      await expire(mine)
      expect((await server.report(mine.job, mine.fence, { status: 'rendering' })).status).toBe(200)
      expect((await other.claim()).status).toBe(204)
    })

    it('of another site is out of reach, even to one that guesses the fence', async () => {
      const [mine, theirs] = [await shop(), await shop()]
      await mine.job()
      expect((await theirs.server.claim()).status).toBe(204)
      const { fence, printerId, job } = await mine.server.claimed()
      const { server } = theirs
      for (const call of [
        server.nextJob(job, fence),
        server.content(job),
        server.archive(job, fence, pdfOf(job)),
        server.attempt(job, fence),
        server.report(job, fence, { status: 'printed' }),
        server.printerState(printerId, fence, { status: 'stopped', reasons: [] }),
        server.renew(printerId, fence),
        server.release(printerId, fence),
      ])
        expect(await call).toMatchObject({ status: 403, body: { code: 'forbidden' } })
      expect(await mine.read(job)).toMatchObject({ status: 'queued', version: 1 })
      expect((await mine.server.renew(printerId, fence)).status).toBe(200)
    })
  })

  describe('what a server tells of the printer', () => {
    it('is stored where it differs from what is known, and only then', async () => {
      const { server, printer, job } = await shop()
      await job()
      const { fence } = await server.claimed()
      const tell = (state: object) =>
        server.printerState(printer.id, fence, {
          status: 'idle',
          reasons: [],
          uuid: 'urn:uuid:9',
          info: '针式打印机',
          upTime: 5,
          ...state,
        })
      const now = () => house().as('clerk').read('printers', printer.id)
      await tell({})
      const first = await now()
      expect(first).toMatchObject({
        status: 'idle',
        reasons: [],
        uuid: 'urn:uuid:9',
        info: '针式打印机',
        version: printer.version + 1,
      })
      for (const upTime of [6, 7, 8]) await tell({ upTime })
      expect(await now()).toEqual(first)
      await tell({ status: 'stopped', reasons: ['media-empty', 'x-vendor-fault'] })
      expect(await now()).toMatchObject({
        status: 'stopped',
        reasons: ['media-empty', 'x-vendor-fault'],
        version: first.version + 1,
      })
      const events = await house()
        .as('auditor')
        .list('audit-events', { resource: 'printers', recordId: printer.id, action: 'report' })
      expect(events).toHaveLength(2)
    })

    it('and why the job waits, likewise', async () => {
      const { server, job, read } = await shop()
      const made = await job()
      const { fence } = await server.claimed()
      await server.report(made, fence, { reasons: ['media-empty'] })
      const waiting = await read(made)
      expect(waiting).toMatchObject({ status: 'queued', reasons: ['media-empty'] })
      await server.report(made, fence, { reasons: ['media-empty'] })
      expect(await read(made)).toEqual(waiting)
      await server.report(made, fence, { reasons: [] })
      expect(await read(made)).toMatchObject({ reasons: [], version: waiting.version + 1 })
    })

    it.each<[string, object]>([
      ['a status that is none', { status: 'done' }],
      ['an attempt that is none', { attempt: { n: 'x' } }],
      ['reasons without end', { reasons: Array.from({ length: 31 }, () => 'x') }],
      ['a fence that is none', { fence: 'x' }],
      ['an error that is none', { error: 'broken' }],
    ])('is refused with %s, and nothing changes', async (_what, report) => {
      const { server, job, read } = await shop()
      const made = await job()
      const { fence } = await server.claimed()
      expect(await server.report(made, fence, { status: 'rendering', ...report })).toMatchObject({
        status: 400,
        body: { code: 'bad_request' },
      })
      expect(await read(made)).toMatchObject({ status: 'queued', version: 1 })
      expect((await server.attempt(made, fence, 'no-token')).status).toBe(400)
    })
  })

  it('a job or a PDF that is not there is not found', async () => {
    const { server } = await shop()
    for (const reply of [
      await server.client.get('/print-server/v1/jobs/999999/content'),
      await server.client.get('/print-server/v1/jobs/abc/content'),
      await server.client.post('/print-server/v1/jobs/999999/next', { fence: 1 }),
      await server.pdf('0'.repeat(64)),
      await server.pdf('../../etc/passwd'),
      await server.client.get('/print-server/v1/nothing'),
    ])
      expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('an API that stops ends the claims that wait', async () => {
    const own = await openHouse(house().api.db.dialect)
    const server = new PrintServer(own.api.withKey(['print-server'], 'main'), 'server')
    expect((await server.claim()).status).toBe(204)
    const asked = Date.now()
    const waiting = server.claim(25)
    // Long enough to be among those that wait, far shorter than it would wait.
    await sleep(500)
    await own.api.stop()
    expect((await waiting).status).toBe(204)
    expect(Date.now() - asked).toBeLessThan(25_000)
  })
})
