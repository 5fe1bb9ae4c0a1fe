import { beforeEach, describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import type { House } from '../support/house.js'
import { claimedIn, openPrintShop, pdfOf, type PrintShop } from '../support/printShop.js'

eachDatabase((open) => {
  let house: House
  let shop: PrintShop
  beforeEach(async () => {
    house = open()
    shop = await openPrintShop(house)
  })

  const warehouse = () => house.as('warehouse')
  const shipmentsOf = (count: number) => Promise.all(Array.from({ length: count }, () => house.shipment()))
  const batchOf = (shipments: Rec[], input: Record<string, unknown> = {}) =>
    house.batch(shipments, { printerId: shop.printer.id, ...input })
  const read = (batch: Rec) => warehouse().read('print-batches', batch.id)
  const places = async (batch: Rec) => {
    const { body } = await warehouse().get(`/print-batches/${batch.id}/places`)
    const list = at(body, 'places')
    return { sheets: Array.isArray(list) ? list.map(asRec) : [], sentence: at(body, 'sentence.zh') }
  }
  const orderNoOf = async ({ id }: Rec) => {
    const { orderId } = await warehouse().read('shipments', id)
    return String((await warehouse().read('orders', Number(orderId))).no)
  }

  /** Takes whatever is next at the printer to its end; answers the titles in the order of the paper. */
  async function printAll(stop = Infinity, end: Record<string, unknown> = { status: 'printed' }) {
    const titles: string[] = []
    const first = await shop.server.claim()
    if (first.status !== 200) return titles
    const { fence, job: one } = claimedIn(first)
    let job: Rec | null = one
    while (job && titles.length < stop) {
      titles.push(String(job.title))
      await shop.server.send({ job, fence, printerId: shop.printer.id })
      await shop.server.report(job, fence, end)
      const next = at((await shop.server.nextJob(job, fence)).body, 'job')
      job = next ? asRec(next) : null
    }
    await shop.server.release(shop.printer.id, fence)
    return titles
  }

  describe('a batch', () => {
    it('prints a selection behind its cover, in the order of the order numbers, with nothing between', async () => {
      const shipments = await shipmentsOf(3)
      const { batch } = await batchOf(shipments.toReversed())
      const single = await shop.job()
      expect(batch).toMatchObject({
        status: 'open',
        documents: 3,
        copies: 9,
        name: expect.stringMatching(/^B\d+$/),
      })
      const { sheets } = await places(batch)
      const wanted = await Promise.all(shipments.map(orderNoOf))
      const documents = await Promise.all(
        sheets.slice(1).map(({ documentId }) => warehouse().read('documents', Number(documentId))),
      )
      const orders = await Promise.all(
        documents.map(async ({ orderId }) => (await warehouse().read('orders', Number(orderId))).no),
      )
      expect(orders).toEqual(wanted.toSorted())
      expect(sheets.map(({ place }) => place)).toEqual([0, 1, 2, 3])

      expect(await printAll()).toEqual([...sheets.map(({ title }) => title), single.title])
      expect(await places(batch)).toMatchObject({ sentence: '1–3 印出。' })
      expect(await read(batch)).toMatchObject({ status: 'done', endedAt: expect.any(String) })
    })

    it('lists on the cover every document with its place', async () => {
      const { batch } = await batchOf(await shipmentsOf(2))
      const { fence, job } = await shop.server.claimed()
      const { body } = await shop.server.content(job)
      const { sheets } = await places(batch)
      expect(at(body, 'data.batch')).toMatchObject({
        ...{ name: batch.name, documents: 2, copies: 6 },
        ...{ places: 2, here: 2, isShared: false, byCopy: false },
      })
      expect(at(body, 'data.lines')).toMatchObject(
        sheets.slice(1).map(({ place }) => ({ places: [place], title: '送货单', copies: 3 })),
      )
      await shop.server.release(shop.printer.id, fence)
      const without = await batchOf(await shipmentsOf(2), { cover: false })
      expect((await places(without.batch)).sheets.map(({ place }) => place)).toEqual([1, 2])
    })

    it('is collated by copy where its copy set or whoever prints it says so: all first copies, then all second ones', async () => {
      const copySet = await house.copySet({ collation: 'copy' })
      const shipments = await shipmentsOf(2)
      const { batch } = await batchOf(shipments, { copySetId: copySet.id })
      expect(batch).toMatchObject({ collation: 'copy', documents: 2, copies: 6 })
      const { sheets } = await places(batch)
      expect(sheets.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6])
      const [one, two] = await Promise.all(
        sheets.slice(1, 3).map(({ documentId }) => warehouse().read('documents', Number(documentId))),
      )
      expect(sheets.slice(1).map(({ documentId }) => documentId)).toEqual(
        [1, 2, 3].flatMap(() => [one?.id, two?.id]),
      )
      const names = sheets.slice(1).map(({ title }) => String(title).split(' ').at(-1))
      expect(names).toEqual(['存根', '存根', '客户', '客户', '仓库', '仓库'])

      const { fence, job } = await shop.server.claimed()
      const { body } = await shop.server.content(job)
      expect(at(body, 'data.batch')).toMatchObject({ documents: 2, places: 6, here: 6, byCopy: true })
      expect(at(body, 'data.lines')).toMatchObject([
        { no: one?.no, place: '1、3、5', copies: 3 },
        { no: two?.no, place: '2、4、6', copies: 3 },
      ])
      await shop.server.release(shop.printer.id, fence)

      const others = await batchOf(await shipmentsOf(2), { copySetId: copySet.id, collation: 'document' })
      expect(others.batch).toMatchObject({ collation: 'document' })
      expect((await places(others.batch)).sheets.map(({ place }) => place)).toEqual([0, 1, 2])
    })

    it('gives its print server the papers that follow each other several at a time, in their order', async () => {
      const { batch } = await batchOf(await shipmentsOf(3), { cover: false })
      await shop.job()
      const { sheets } = await places(batch)
      const { fence, job } = await shop.server.claimed()
      const { body } = await shop.server.nextJob(job, fence, { held: [job.id], most: 10 })
      expect([at(body, 'job.id'), at(body, 'following.0.id'), at(body, 'following.1')]).toEqual([
        ...sheets.slice(1).map(({ id }) => id),
        undefined,
      ])
    })

    it('names what cannot be issued and leaves it out', async () => {
      const [one, two, gone] = await shipmentsOf(3)
      await warehouse().act('shipments', asRec(gone).id, 'cancel', { reason: '客户不要了' })
      const { batch, results } = await batchOf([asRec(one), asRec(gone), asRec(two)])
      expect(results.map(({ status }) => Number(status)).toSorted((a, b) => a - b)).toEqual([200, 200, 409])
      expect(await read(batch)).toMatchObject({
        documents: 2,
        refused: [{ resource: 'shipments', id: asRec(gone).id, text: { zh: expect.any(String) } }],
      })
      const { body } = await warehouse().post('/shipments/actions/issue', {
        ids: [asRec(gone).id, 999_999_999],
        input: { kind: 'delivery-note' },
      })
      expect(at(body, 'gathered')).toBeUndefined()
      expect(await warehouse().list('print-batches', { status: 'assembling' })).toEqual([])
    })

    it('makes one batch of a request that is repeated', async () => {
      const ids = (await shipmentsOf(2)).map(({ id }) => id)
      const send = () =>
        warehouse().send(
          'POST',
          '/shipments/actions/issue',
          JSON.stringify({ ids, input: { kind: 'delivery-note', printerId: shop.printer.id } }),
          { 'Content-Type': 'application/json', 'Idempotency-Key': `batch-${String(ids[0])}` },
        )
      const [first, second] = [await send(), await send()]
      expect(at(first.body, 'gathered.id')).toBeDefined()
      expect(at(second.body, 'gathered')).toEqual(at(first.body, 'gathered'))
      expect(await warehouse().list('print-jobs', { printerId: shop.printer.id })).toHaveLength(3)
    })

    it('stops behind a sheet that nobody can be sure of, lets others print, and goes on when it is decided', async () => {
      const { batch } = await batchOf(await shipmentsOf(3), { cover: false })
      expect(await printAll(1)).toHaveLength(1)
      expect(await printAll(9, { status: 'uncertain' })).toHaveLength(1)
      expect(await read(batch)).toMatchObject({ status: 'doubtful' })
      const { sheets, sentence } = await places(batch)
      expect(sentence).toBe('1 印出，2 不确定，3 未送出。')
      const single = await shop.job()
      expect(await printAll()).toEqual([single.title])

      const doubtful = asRec(sheets[1])
      await warehouse().post('/print-jobs/actions/resolve', {
        ids: [doubtful.id],
        input: { outcome: 'print-again' },
      })
      expect(await read(batch)).toMatchObject({ status: 'open' })
      expect(await printAll()).toEqual([asRec(sheets[1]).title, asRec(sheets[2]).title])
      expect(await read(batch)).toMatchObject({ status: 'done' })
    })

    it('pauses, goes on where it stopped, is cancelled, and prints later what is missing', async () => {
      const { batch } = await batchOf(await shipmentsOf(3), { cover: false })
      await printAll(1)
      await warehouse().act('print-batches', batch.id, 'pause')
      expect(await printAll()).toEqual([])
      await warehouse().act('print-batches', batch.id, 'resume')
      expect(await printAll(1)).toHaveLength(1)
      await warehouse().act('print-batches', batch.id, 'cancel')
      expect(await printAll()).toEqual([])
      expect((await places(batch)).sentence).toBe('1–2 印出，3 不再打印。')
      await warehouse().act('print-batches', batch.id, 'retry')
      expect(await printAll()).toHaveLength(1)
      expect(await read(batch)).toMatchObject({ status: 'done' })
    })

    it('tells ahead what its papers are drawn from, and archives each of several on its own', async () => {
      await batchOf(await shipmentsOf(3), { cover: false })
      const { fence, job } = await shop.server.claimed()
      const { body } = await shop.server.ahead(job, 2)
      const list = at(body, 'jobs')
      const jobs = Array.isArray(list) ? list.map(asRec) : []
      expect(jobs.map(({ id }) => id)).toEqual([job.id, job.id + 1])
      const others = at((await shop.server.ahead(job, 9, [job.id, job.id + 1])).body, 'jobs')
      expect(others).toMatchObject([{ id: job.id + 2 }])
      for (const one of jobs) {
        const content = asRec({ id: 1, ...Object(at(await shop.server.content(one), 'body')) })
        expect({ data: one.data, copies: one.copies }).toEqual({ data: content.data, copies: content.copies })
        expect(at(body, `templates`)).toMatchObject({ [String(one.template)]: content.template })
      }
      const pdfs = jobs.map((one) => ({ jobId: one.id, pdf: pdfOf(one) }))
      const archived = at((await shop.server.archiveMany(job, fence, pdfs)).body, 'archived')
      expect(new Set(Object.values(Object(archived))).size).toBe(2)
      expect((await shop.read(asRec(jobs[1]))).pdfSha256).toBe(Object(archived)[asRec(jobs[1]).id])
      expect(at((await shop.server.ahead(job, 9)).body, 'jobs')).toHaveLength(1)

      const strange = await (await openPrintShop(house)).job()
      const foreign = [{ jobId: strange.id, pdf: pdfOf(strange) }]
      expect((await shop.server.archiveMany(job, fence, foreign)).status).toBe(403)
      expect((await shop.server.archiveMany(job, fence + 1, pdfs)).status).toBe(409)
      expect((await shop.server.archiveMany(job, fence, [{ jobId: job.id, pdf: 'no pdf' }])).status).toBe(400)
    })

    it('keeps its papers together: none of them is moved to another printer by itself', async () => {
      await batchOf(await shipmentsOf(2), { cover: false })
      const other = await openPrintShop(house)
      const [job] = await warehouse().list('print-jobs', { printerId: shop.printer.id, status: 'queued' })
      const reply = await warehouse().post(`/print-jobs/${job?.id}/move`, { printerId: other.printer.id })
      expect({ status: reply.status, body: reply.body }).toMatchObject({
        status: 409,
        body: { message: '当前状态是「有批次」，不能换打印机；只有「没有批次」时可以。' },
      })
      expect(await shop.read(asRec(job))).toMatchObject({ status: 'queued', printerId: shop.printer.id })
    })

    it('tells ahead of single papers those that wait for the same printer, and none of a batch', async () => {
      const singles = [await shop.job(), await shop.job()]
      await batchOf(await shipmentsOf(2), { cover: false })
      await (await openPrintShop(house)).job()
      const { body } = await shop.server.ahead(asRec(singles[0]), 9)
      const list = at(body, 'jobs')
      expect(Array.isArray(list) && list.map((one) => asRec(one).id)).toEqual(singles.map(({ id }) => id))
    })

    it('keeps back a batch that broke off while it was made ready, until somebody prints what is there', async () => {
      const shipments = await shipmentsOf(2)
      const { batch } = await batchOf(shipments, { cover: false })
      await house.api.db.execute(
        "UPDATE print_batches SET status = 'assembling', no = NULL, name = NULL WHERE id = ?",
        [batch.id],
      )
      expect(await printAll()).toEqual([])
      await warehouse().act('print-batches', batch.id, 'printReady')
      expect(await printAll()).toHaveLength(2)
    })
  })
})
