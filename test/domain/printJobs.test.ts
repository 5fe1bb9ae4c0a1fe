import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop, pdfOf, type PrintShop } from '../support/printShop.js'

const hashOf = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
const aTime = expect.stringMatching(/^20.+Z$/)

eachDatabase((house) => {
  const shop = (fields = {}) => openPrintShop(house(), fields)
  const act = (id: number, verb: string, input: object = {}) =>
    house().as('warehouse').post(`/print-jobs/${id}/${verb}`, input)

  describe('the way of a print job', () => {
    it('is told step by step; evidence rises with what was really seen', async () => {
      const { server, job, read } = await shop()
      const made = await job()
      const { fence } = await server.claimed()
      const now = async () => {
        const { status, evidence } = await read(made)
        return `${String(status)} ${String(evidence)}`
      }
      expect(await now()).toBe('queued none')
      expect(await server.report(made, fence, { status: 'rendering' })).toMatchObject({
        status: 200,
        body: { status: 'rendering', cancelRequested: false, stop: false },
      })
      expect(await now()).toBe('rendering none')
      expect(await server.archive(made, fence, pdfOf(made))).toMatchObject({
        status: 200,
        body: { sha256: hashOf(pdfOf(made)) },
      })
      expect(await now()).toBe('rendering rendered')
      expect(await server.attempt(made, fence)).toMatchObject({ status: 200, body: { n: 1 } })
      expect(await now()).toBe('sending rendered')
      await server.report(made, fence, {
        attempt: { n: 1, state: 'created', ippJobId: 42, ippJobUuid: 'urn:uuid:42' },
      })
      await server.report(made, fence, { status: 'accepted', attempt: { n: 1, state: 'accepted' } })
      expect(await now()).toBe('accepted accepted')
      await server.report(made, fence, { status: 'printing' })
      expect(await now()).toBe('printing accepted')
      await server.report(made, fence, {
        status: 'printed',
        attempt: { n: 1, ended: true, note: 'job-completed-successfully' },
      })
      expect(await read(made)).toMatchObject({
        status: 'printed',
        evidence: 'completed',
        attempts: 1,
        startedAt: aTime,
        endedAt: aTime,
        pdfSha256: hashOf(pdfOf(made)),
        error: null,
        reasons: [],
      })
      expect(await server.report(made, fence, { status: 'failed' })).toMatchObject({
        body: { status: 'printed', stop: true },
      })
      expect(await now()).toBe('printed completed')
    })

    it('keeps the first PDF of a document for ever, for every later print and for people to read', async () => {
      const { server, job } = await shop()
      const made = await job()
      const pdf = () =>
        house()
          .as('service')
          .get(`/documents/${Number(made.documentId)}/pdf`)
      expect(await pdf()).toMatchObject({ status: 404, body: { code: 'not_rendered' } })
      const { fence } = await server.claimed()
      const [first, second] = [pdfOf(made, 1), pdfOf(made, 2)]
      await server.archive(made, fence, first)
      expect(await server.archive(made, fence, second)).toMatchObject({
        status: 200,
        body: { sha256: hashOf(first) },
      })
      expect((await server.pdf(hashOf(first))).text).toBe(first)
      expect((await server.pdf(hashOf(second))).status).toBe(404)
      const archived = await pdf()
      expect(archived).toMatchObject({ status: 200, text: first })
      expect(archived.header('content-type')).toBe('application/pdf')
      expect(archived.header('etag')).toBe(`"${hashOf(first)}"`)
      const document = await house().as('auditor').read('documents', Number(made.documentId))
      expect(document.pdfSha256).toBe(hashOf(first))
    })

    it.each(['', 'hello', '<html>', 'PDF-1.7'])('takes no PDF that is none: %j', async (bytes) => {
      const { server, job, read } = await shop()
      const made = await job()
      const { fence } = await server.claimed()
      expect(await server.archive(made, fence, bytes)).toMatchObject({
        status: 400,
        body: { message: '上传的内容不是 PDF。' },
      })
      expect((await server.archive(made, fence, pdfOf(made), 'text/plain')).status).toBe(400)
      expect(await read(made)).toMatchObject({ pdfSha256: null, evidence: 'none' })
    })

    it('gives what is rendered: the pinned template, the frozen data, the copies with their labels', async () => {
      const { server, job } = await shop()
      const made = await job()
      const document = await house().as('auditor').read('documents', Number(made.documentId))
      const { body } = await server.content(made)
      expect(body).toMatchObject({
        template: {
          kind: 'delivery-note',
          version: 1,
          sha256: expect.any(String),
          paper: made.paper,
          files: { 'template.hbs': expect.any(String), 'document.json': expect.any(String) },
        },
        data: document.data,
        copies: [
          { copyNo: 1, label: '第一联 存根 白', showsPrice: true, receiver: '打单' },
          { copyNo: 2, label: '第二联 客户 红', showsPrice: true },
          { copyNo: 3, label: '第三联 仓库 黄', showsPrice: false },
        ],
      })
      expect(at(body, 'copies.0.id')).toBe(at(made, 'copies.0'))
      expect(
        Object.keys(Object(at(body, 'template.files'))).some((name) => name.startsWith('partials/')),
      ).toBe(true)
    })

    it('prints carbonless plies in one pass: one sheet that names them all, without prices if any ply has none', async () => {
      const { server, job } = await shop()
      const set = await house().copySet({ mode: 'carbonless' })
      const made = await job({ copySetId: set.id })
      expect(await server.content(made)).toMatchObject({
        body: {
          copies: [
            { copyNo: 1, label: '第一联 存根 白 / 第二联 客户 红 / 第三联 仓库 黄', showsPrice: false },
          ],
        },
      })
      expect(at((await server.content(made)).body, 'copies')).toHaveLength(1)
    })

    it('gives the next job of the printer without giving up the lease, oldest first', async () => {
      const { server, job } = await shop()
      const [one, two] = [await job(), await job()]
      const { fence, job: first } = await server.claimed()
      expect(first.id).toBe(one.id)
      await server.report(one, fence, { status: 'failed', error: { code: 'template' } })
      expect(await server.nextJob(one, fence)).toMatchObject({ status: 200, body: { job: { id: two.id } } })
      await server.report(two, fence, { status: 'failed', error: { code: 'template' } })
      expect(await server.nextJob(two, fence)).toMatchObject({ status: 200, body: { job: null } })
    })
  })

  describe('after a crash', () => {
    const crash = async ({ server, other }: PrintShop) => {
      const claimed = await server.claimed()
      await server.send(claimed)
      await house().api.db.execute('UPDATE printers SET leaseUntil = 1 WHERE id = ?', [claimed.printerId])
      return other.claimed()
    }

    it('the next server learns of the attempt that is open, and starts none before that one has ended', async () => {
      const at1 = await shop()
      const made = await at1.job()
      const again = await crash(at1)
      expect(again.job).toMatchObject({
        id: made.id,
        status: 'accepted',
        pdf: { sha256: hashOf(pdfOf(made)), bytes: pdfOf(made).length },
        attempt: {
          n: 1,
          token: 'a1b2c3d4',
          state: 'accepted',
          ippJobId: 7,
          printerUuid: 'urn:uuid:1',
          printerUpTime: 60,
        },
      })
      expect(await at1.other.attempt(made, again.fence)).toMatchObject({
        status: 409,
        body: { code: 'not_now' },
      })
      // The printer never got it: the job goes back to the queue, and is sent with a fresh attempt.
      await at1.other.report(made, again.fence, {
        status: 'queued',
        attempt: { n: 1, ended: true, note: 'not found there' },
      })
      expect(await at1.other.attempt(made, again.fence, 'ffffffff')).toMatchObject({
        status: 200,
        body: { n: 2 },
      })
      expect(await at1.read(made)).toMatchObject({ status: 'sending', attempts: 2, evidence: 'accepted' })
    })

    it('what is underway comes before what waits, also at a paused printer', async () => {
      const at1 = await shop()
      const made = await at1.job()
      await at1.job()
      await house().as('warehouse').act('printers', at1.printer.id, 'pause')
      expect((await at1.server.claim()).status).toBe(204)
      await house().as('warehouse').act('printers', at1.printer.id, 'resume')
      const claimed = await at1.server.claimed()
      await at1.server.send(claimed)
      await house().as('warehouse').act('printers', at1.printer.id, 'pause')
      await at1.server.release(claimed.printerId, claimed.fence)
      const again = await at1.other.claimed()
      expect(again.job).toMatchObject({ id: made.id, status: 'accepted' })
      await at1.other.report(made, again.fence, { status: 'printed' })
      expect(await at1.other.nextJob(made, again.fence)).toMatchObject({ body: { job: null } })
    })

    it.each([
      ['printed', { status: 'printed', evidence: 'seen', endedAt: aTime }],
      ['print-again', { status: 'queued', evidence: 'accepted', endedAt: null }],
    ])(
      'an unknown outcome waits for a person, who says %s; the job behind it does not wait',
      async (outcome, after) => {
        const at1 = await shop()
        const made = await at1.job()
        const behind = await at1.job()
        const again = await crash(at1)
        await at1.other.report(made, again.fence, {
          status: 'uncertain',
          attempt: { n: 1, note: 'the printer has forgotten it' },
        })
        expect(await at1.read(made)).toMatchObject({ status: 'uncertain', evidence: 'accepted' })
        expect(await at1.other.nextJob(made, again.fence)).toMatchObject({ body: { job: { id: behind.id } } })

        expect((await house().as('clerk').post(`/print-jobs/${made.id}/resolve`, { outcome })).status).toBe(
          403,
        )
        expect(await act(made.id, 'resolve', { outcome: 'maybe' })).toMatchObject({
          status: 422,
          body: { errors: { outcome: expect.any(String) } },
        })
        expect(await act(made.id, 'resolve', { outcome })).toMatchObject({ status: 200, body: after })
        expect((await act(made.id, 'resolve', { outcome })).status).toBe(409)
        if (outcome === 'print-again') {
          const next = await at1.other.nextJob(behind, again.fence)
          expect(next).toMatchObject({
            body: { job: { id: made.id, attempt: null, pdf: { sha256: hashOf(pdfOf(made)) } } },
          })
          expect((await at1.other.attempt(made, again.fence)).status).toBe(200)
        }
      },
    )
  })

  describe('a person who steps in', () => {
    it('cancels what waits: it is canceled at once, and never sent', async () => {
      const { server, job, read } = await shop()
      const made = await job()
      const { fence } = await server.claimed()
      await server.report(made, fence, { status: 'rendering' })
      expect(await act(made.id, 'cancel')).toMatchObject({
        status: 200,
        body: { status: 'canceled', endedAt: aTime },
      })
      expect(await server.attempt(made, fence)).toMatchObject({ status: 409, body: { code: 'not_now' } })
      expect(await server.report(made, fence, { status: 'sending' })).toMatchObject({
        body: { status: 'canceled', stop: true },
      })
      expect(await server.nextJob(made, fence)).toMatchObject({ body: { job: null } })
      expect(await read(made)).toMatchObject({ status: 'canceled', attempts: 0 })
    })

    it('cancels what the printer has: the server is asked to, and tells how it ended', async () => {
      const { server, job, read } = await shop()
      const made = await job()
      const claimed = await server.claimed()
      await server.send(claimed)
      expect(await act(made.id, 'cancel')).toMatchObject({
        status: 200,
        body: { status: 'accepted', cancelRequested: true },
      })
      const { fence } = claimed
      expect(await server.report(made, fence, { status: 'printing' })).toMatchObject({
        body: { status: 'printing', cancelRequested: true, stop: false },
      })
      await server.report(made, fence, { status: 'canceled', attempt: { n: 1, ended: true } })
      expect(await read(made)).toMatchObject({
        status: 'canceled',
        cancelRequested: false,
        evidence: 'accepted',
      })
    })

    it('holds what waits, not what is underway, and releases it', async () => {
      const { server, job } = await shop()
      const made = await job()
      expect(await act(made.id, 'hold')).toMatchObject({ status: 200, body: { status: 'held' } })
      expect((await server.claim()).status).toBe(204)
      expect(await act(made.id, 'release')).toMatchObject({ body: { status: 'queued' } })
      const claimed = await server.claimed()
      await act(made.id, 'hold')
      expect(await server.attempt(made, claimed.fence)).toMatchObject({
        status: 409,
        body: { code: 'not_now' },
      })
      expect(await server.report(made, claimed.fence, { status: 'rendering' })).toMatchObject({
        body: { status: 'held', stop: true },
      })
      await act(made.id, 'release')
      await server.send(claimed)
      expect(await act(made.id, 'hold')).toMatchObject({ status: 409, body: { code: 'illegal_transition' } })
    })

    it('pauses the printer: what waits says why, what comes is not begun', async () => {
      const { server, printer, job, read } = await shop()
      const made = await job()
      const { fence } = await server.claimed()
      await house().as('warehouse').act('printers', printer.id, 'pause')
      expect(await read(made)).toMatchObject({ status: 'queued', reasons: ['paused'] })
      expect(await server.attempt(made, fence)).toMatchObject({ status: 409, body: { code: 'not_now' } })
      expect(await server.nextJob(made, fence)).toMatchObject({ body: { job: null } })
      await house().as('warehouse').act('printers', printer.id, 'resume')
      expect(await read(made)).toMatchObject({ reasons: [] })
      expect((await server.attempt(made, fence)).status).toBe(200)
    })

    it('retries what failed, and the sentence of the failure goes', async () => {
      const { server, job, read } = await shop()
      const made = await job()
      const { fence } = await server.claimed()
      await server.report(made, fence, { status: 'failed', error: { code: 'template', detail: 'line 7' } })
      expect(await read(made)).toMatchObject({
        status: 'failed',
        error: '模板有错，无法排版：line 7。',
        endedAt: aTime,
      })
      expect(await house().as('clerk').inEnglish().read('print-jobs', made.id)).toMatchObject({
        error: 'The template is wrong and cannot be rendered: line 7.',
      })
      expect(await act(made.id, 'retry')).toMatchObject({
        status: 200,
        body: { status: 'queued', error: null, endedAt: null },
      })
      expect(await server.nextJob(made, fence)).toMatchObject({ body: { job: { id: made.id } } })
    })

    it('reprints with a reason: another job of the same bytes, and the paper is not altered', async () => {
      const { server, job, read } = await shop()
      const made = await job()
      const claimed = await server.claimed()
      await server.send(claimed)
      await server.report(made, claimed.fence, { status: 'printed' })
      const document = await house().as('auditor').read('documents', Number(made.documentId))
      expect(await act(made.id, 'reprint')).toMatchObject({
        status: 422,
        body: { errors: { reason: '必填。' } },
      })
      const again = await act(made.id, 'reprint', { reason: '客户弄丢了' })
      expect(again).toMatchObject({
        status: 200,
        body: {
          status: 'queued',
          purpose: 'reprint',
          reason: '客户弄丢了',
          evidence: 'rendered',
          documentId: made.documentId,
          copies: made.copies,
          attempts: 0,
        },
      })
      expect(await server.nextJob(made, claimed.fence)).toMatchObject({
        body: {
          job: {
            id: at(again.body, 'id'),
            purpose: 'reprint',
            pdf: { sha256: hashOf(pdfOf(made)), bytes: pdfOf(made).length },
          },
        },
      })
      expect(await house().as('auditor').read('documents', document.id)).toEqual(document)
      expect(await read(made)).toMatchObject({ status: 'printed' })

      await house()
        .as('warehouse')
        .post(`/shipments/${Number(document.shipmentId)}/issue`, { kind: 'delivery-note' })
      expect(await act(made.id, 'reprint', { reason: '再来' })).toMatchObject({
        status: 409,
        body: { code: 'conflict' },
      })
    })

    it('voids a paper on its way: what waits is not printed, what the printer has is called back', async () => {
      const { server, job, read } = await shop()
      const [one, two] = [await job(), await job()]
      const claimed = await server.claimed()
      await server.send(claimed)
      for (const made of [one, two]) {
        const { shipmentId } = await house().as('auditor').read('documents', Number(made.documentId))
        await house().as('warehouse').act('shipments', Number(shipmentId), 'cancel', { reason: '作废' })
      }
      expect(await read(one)).toMatchObject({ status: 'accepted', cancelRequested: true })
      expect(await read(two)).toMatchObject({ status: 'canceled' })
    })
  })

  describe('a job with an expiry', () => {
    it('is not begun after it, and says that it expired', async () => {
      const { server, job, read } = await shop()
      const soon = new Date(Date.now() + 3600_000).toISOString()
      const [made, behind] = [await job({ expiresAt: soon }), await job()]
      const { fence, job: claimed } = await server.claimed()
      expect(claimed).toMatchObject({ id: made.id, expiresAt: soon })
      await house().api.db.execute('UPDATE print_jobs SET expiresAt = ? WHERE id = ?', [
        new Date(Date.now() - 1000).toISOString(),
        made.id,
      ])
      expect(await server.attempt(made, fence)).toMatchObject({ status: 409, body: { code: 'not_now' } })
      expect(await server.nextJob(made, fence)).toMatchObject({ body: { job: { id: behind.id } } })
      expect(await read(made)).toMatchObject({ status: 'expired', endedAt: aTime })
      expect(await act(made.id, 'retry')).toMatchObject({ body: { status: 'queued', expiresAt: null } })
    })
  })

  it('a test page goes the same way, without a document', async () => {
    const { server, printer } = await shop({ paper: 'a4' })
    const made = await house().as('warehouse').act('printers', printer.id, 'testPage')
    expect(made).toMatchObject({
      status: 'queued',
      purpose: 'test-page',
      documentId: null,
      printerId: printer.id,
      copies: [],
    })
    const { job, fence } = await server.claimed()
    expect(job).toMatchObject({ id: made.id, purpose: 'test-page', paper: { name: 'a4' } })
    expect(await server.content(job)).toMatchObject({
      body: {
        template: { kind: 'test-page' },
        data: { printer: { name: printer.name, uri: printer.uri } },
        copies: [{ copyNo: 1 }],
      },
    })
    await server.archive(job, fence, pdfOf(job))
    expect(await house().as('clerk').read('print-jobs', made.id)).toMatchObject({
      pdfSha256: hashOf(pdfOf(job)),
      evidence: 'rendered',
    })
  })
})
