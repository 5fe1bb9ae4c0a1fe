import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop } from '../support/printShop.js'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

eachDatabase((house) => {
  const copiesOf = (documentId: unknown) => house().as('auditor').list('document-copies', { documentId })

  /** A delivery note that a printer has, and says to have printed. */
  const printed = async (input: object = {}) => {
    const { server, job } = await openPrintShop(house())
    const made = await job({ ...input })
    const claimed = await server.claimed()
    await server.send(claimed)
    await server.report(made, claimed.fence, { status: 'printed', attempt: { n: 1, ended: true } })
    return house().as('auditor').read('documents', Number(made.documentId))
  }

  const issueAgain = (document: Rec) =>
    house().as('warehouse').act('shipments', Number(document.shipmentId), 'issue', { kind: 'delivery-note' })

  describe('a copy of a paper', () => {
    it('has a code of its own, which goes to the print server and does not touch the content hash', async () => {
      const { server, job } = await openPrintShop(house())
      const made = await job()
      const copies = await copiesOf(made.documentId)
      const { no, contentHash } = await house().as('auditor').read('documents', Number(made.documentId))
      const begin = (hash: unknown) => String(hash).slice(0, 8).toUpperCase()
      expect(copies.map(({ code }) => code)).toEqual([
        `DOC.${String(no)}.1.1.${begin(contentHash)}`,
        `DOC.${String(no)}.1.2.${begin(contentHash)}`,
        `DOC.${String(no)}.1.3.${begin(copies[2]?.contentHash)}`,
      ])
      await server.claimed()
      const { body } = await server.content(made)
      expect([0, 1, 2].map((n) => at(body, `copies.${n}.code`))).toEqual(copies.map(({ code }) => code))
    })

    it('of carbonless plies has one that is printed for them all: the first', async () => {
      const { server, job } = await openPrintShop(house())
      const set = await house().copySet({ mode: 'carbonless' })
      const made = await job({ copySetId: set.id })
      await server.claimed()
      const [first] = await copiesOf(made.documentId)
      expect(await server.content(made)).toMatchObject({ body: { copies: [{ code: first?.code }] } })
    })

    it('cannot share its number with another one of its set', async () => {
      const copies = [1, 2, 2].map((copyNo) => ({ copyNo, name: '存根', color: 'white' }))
      expect(
        await house().as('admin').post('/copy-sets', { name: '重复', kind: 'delivery-note', copies }),
      ).toMatchObject({
        status: 422,
        body: { errors: { copies: [{}, {}, { copyNo: '联号重复，请改成不同的联号。' }] } },
      })
    })

    it('knows what was observed of it, as its print job tells', async () => {
      const document = await printed()
      for (const copy of await copiesOf(document.id))
        expect(copy).toMatchObject({ evidence: 'completed', validity: 'current' })
    })
  })

  describe('when a paper is no longer true', () => {
    it('its printed copies are to be recalled, those that never came out are just withdrawn', async () => {
      const document = await printed()
      const next = await issueAgain(document)
      for (const copy of await copiesOf(document.id)) expect(copy.validity).toBe('recall')
      await house()
        .as('warehouse')
        .act('shipments', Number(document.shipmentId), 'cancel', { reason: '客户取消' })
      for (const copy of await copiesOf(next.id)) expect(copy.validity).toBe('withdrawn')
      for (const copy of await copiesOf(document.id)) expect(copy.validity).toBe('recall')
    })

    it('copies that come out all the same, because the printer had them already, are to be recalled too', async () => {
      const { server, job } = await openPrintShop(house())
      const made = await job()
      const claimed = await server.claimed()
      await server.archive(made, claimed.fence, '%PDF-1.7 late')
      await server.attempt(made, claimed.fence)
      const document = await house().as('auditor').read('documents', Number(made.documentId))
      await issueAgain(document)
      for (const copy of await copiesOf(document.id)) expect(copy.validity).toBe('withdrawn')
      await server.report(made, claimed.fence, { status: 'printed', attempt: { n: 1, ended: true } })
      for (const copy of await copiesOf(document.id))
        expect(copy).toMatchObject({ validity: 'recall', evidence: 'completed' })
    })
  })

  describe('scanning a paper', () => {
    const scan = (code: unknown, place: string, role: 'warehouse' | 'clerk' | 'finance' = 'warehouse') =>
      house().as(role).post('/document-copies/scan', { code, place })
    const scansOf = (document: Rec) => house().as('auditor').list('copy-scans', { documentId: document.id })
    const codeOf = async (document: Rec, copyNo = 1) =>
      (await copiesOf(document.id)).find((copy) => copy.copyNo === copyNo)?.code

    it('tells in a sentence that it is current, and proves copy and print job', async () => {
      const document = await printed()
      const code = await codeOf(document, 2)
      expect(await scan(` ${String(code).toLowerCase()}`, 'packing')).toMatchObject({
        status: 200,
        body: {
          outcome: 'current',
          message: `送货单 ${String(document.no)} 第1版 客户联（红），有效。`,
          copy: { copyNo: 2, evidence: 'seen', location: 'packing', seenAt: expect.any(String) },
          document: { no: document.no },
        },
      })
      expect((await copiesOf(document.id)).map(({ evidence }) => evidence)).toEqual([
        'completed',
        'seen',
        'completed',
      ])
      expect(await house().jobOf(document)).toMatchObject({ evidence: 'seen', status: 'printed' })
      expect(await scansOf(document)).toMatchObject([{ outcome: 'current', place: 'packing', code }])
    })

    it.each([
      [
        'what is no code',
        'SH20261123-0001',
        404,
        '「SH20261123-0001」不是本系统单据的联码，请扫单据上的二维码。',
      ],
      ['a code that was never given', 'DOC.SH20000101-9999.1.1.00000000', 404, expect.any(String)],
      ['nothing', '', 400, expect.any(String)],
    ])('refuses %s', async (_what, code, status, message) => {
      expect(await scan(code, 'packing')).toMatchObject({ status, body: { message } })
    })

    it('of a superseded paper stops the shipment until the current one is scanned, and is written down', async () => {
      const old = await printed()
      const current = await issueAgain(old)
      const dispatch = (input: object = {}) =>
        house()
          .as('warehouse')
          .post(`/shipments/${Number(old.shipmentId)}/dispatch`, input)
      const message = `送货单 ${String(old.no)} 第1版已失效（单据已换新版），请勿发货，请收回并改用新单。`
      expect(await scan(await codeOf(old), 'dispatch')).toMatchObject({
        status: 409,
        body: { code: 'stale_paper', outcome: 'stale', message },
      })
      expect(await scansOf(old)).toMatchObject([{ outcome: 'stale', place: 'dispatch', message }])
      expect(await dispatch()).toMatchObject({ status: 409, body: { code: 'stale_paper', message } })
      expect(await dispatch({ code: await codeOf(old) })).toMatchObject({
        status: 409,
        body: { message, errors: { code: message } },
      })
      // The dispatch is taken back, that somebody tried is not.
      expect(await scansOf(old)).toHaveLength(2)
      expect((await scan(await codeOf(current), 'dispatch')).status).toBe(200)
      expect((await dispatch()).status).toBe(200)
    })

    it('of another shipment does not dispatch this one', async () => {
      const [mine, other] = [await printed(), await printed()]
      const path = `/shipments/${Number(mine.shipmentId)}/dispatch`
      expect(
        await house()
          .as('warehouse')
          .post(path, { code: await codeOf(other) }),
      ).toMatchObject({ status: 409, body: { code: 'stale_paper' } })
      expect(await scansOf(other)).toMatchObject([{ outcome: 'wrong', shipmentId: mine.shipmentId }])
      expect(
        (
          await house()
            .as('warehouse')
            .post(path, { code: await codeOf(mine) })
        ).status,
      ).toBe(200)
    })

    it('is demanded before dispatch where the copy set says so', async () => {
      const set = await house().copySet({ scanBeforeDispatch: true })
      const document = await printed({ copySetId: set.id })
      const path = `/shipments/${Number(document.shipmentId)}/dispatch`
      expect(await house().as('warehouse').post(path)).toMatchObject({
        status: 409,
        body: { message: `发出前须扫描${String(document.no)}上的二维码。` },
      })
      await scan(await codeOf(document), 'packing')
      expect((await house().as('warehouse').post(path)).status).toBe(200)
    })

    it('recalls a stale copy where papers come back; by hand one can say so too', async () => {
      const old = await printed()
      await issueAgain(old)
      expect(await scan(await codeOf(old, 1), 'filing')).toMatchObject({
        status: 200,
        body: { outcome: 'recalled', copy: { validity: 'recalled', recalledAt: expect.any(String) } },
      })
      const [, second] = await copiesOf(old.id)
      const note = '客户当面撕毁'
      expect(
        await house().as('clerk').act('document-copies', Number(second?.id), 'recall', { note }),
      ).toMatchObject({ validity: 'recalled', note, evidence: 'completed' })
      expect((await copiesOf(old.id)).map(({ validity }) => validity)).toEqual([
        'recalled',
        'recalled',
        'recall',
      ])
    })

    it('of carbonless plies proves the pass and leaves it to a person which ply came back', async () => {
      const set = await house().copySet({ mode: 'carbonless' })
      const document = await printed({ copySetId: set.id })
      expect((await scan(await codeOf(document, 1), 'packing')).status).toBe(200)
      for (const copy of await copiesOf(document.id)) expect(copy.evidence).toBe('seen')
      await issueAgain(document)
      expect(await scan(await codeOf(document, 1), 'filing')).toMatchObject({
        status: 409,
        body: { outcome: 'stale', message: expect.stringContaining('请在单据页面逐联登记收回') },
      })
    })
  })

  describe('a copy that must come back signed', () => {
    const returning = async () => {
      const set = await house().copySet({
        copies: [
          { copyNo: 1, name: '存根', color: 'white' },
          { copyNo: 2, name: '回单', color: 'red', mustReturn: true, returnDays: 0 },
        ],
      })
      const document = await printed({ copySetId: set.id })
      await house().as('warehouse').act('shipments', Number(document.shipmentId), 'dispatch')
      const [stub, slip] = await copiesOf(document.id)
      if (!stub || !slip) throw new Error('Two copies were expected')
      return { document, stub, slip }
    }

    it('is awaited from dispatch on, until a day that the copy set gives', async () => {
      const { stub, slip } = await returning()
      expect(stub).toMatchObject({ returnStatus: null, dueOn: null })
      expect(slip).toMatchObject({
        returnStatus: 'awaited',
        dueOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      })
      const awaited = await house()
        .as('clerk')
        .list('document-copies', { returnStatus: 'awaited', dueOn_lte: slip.dueOn })
      expect(awaited.map(({ id }) => id)).toContain(slip.id)
    })

    it('is back by a scan at receiving, or when somebody says so; then no other copy can be', async () => {
      const { stub, slip } = await returning()
      const scanned = await house()
        .as('clerk')
        .post('/document-copies/scan', { code: slip.code, place: 'receiving' })
      expect(scanned).toMatchObject({
        status: 200,
        body: { outcome: 'returned', copy: { evidence: 'returned', returnStatus: 'returned' } },
      })
      const again = await returning()
      expect(
        await house().as('sales').act('document-copies', again.slip.id, 'returned', { note: '少收 1 件' }),
      ).toMatchObject({ evidence: 'returned', returnStatus: 'returned', note: '少收 1 件' })
      expect((await house().as('sales').post(`/document-copies/${again.slip.id}/returned`, {})).status).toBe(
        409,
      )
      expect((await house().as('sales').post(`/document-copies/${stub.id}/returned`, {})).status).toBe(409)
    })

    it('keeps a photo of it, told by its bytes and not by its name, and is back by that', async () => {
      const { stub, slip } = await returning()
      const path = `/document-copies/${slip.id}/attachment`
      const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, slip.id % 256, 7])
      const put = (bytes: string | Uint8Array, at = path) =>
        house().as('clerk').send('PUT', at, bytes, { 'Content-Type': 'application/octet-stream' })
      expect((await house().as('auditor').get(path)).status).toBe(404)
      expect(await put('<svg onload="alert(1)"/>')).toMatchObject({
        status: 422,
        body: { errors: { attachment: '只收 JPEG、PNG、WebP 照片或 PDF；请换一种格式。' } },
      })
      expect((await put('')).status).toBe(400)
      expect((await put(Buffer.alloc(11_000_000, 0xff))).status).toBe(413)
      expect(await put(png)).toMatchObject({
        status: 200,
        body: { evidence: 'returned', returnStatus: 'returned', attachment: hashOf(png) },
      })
      const shown = await house().as('auditor').get(path)
      expect(shown.header('content-type')).toBe('image/png')
      expect(shown.header('content-security-policy')).toContain('sandbox')
      expect(await put(png, `/document-copies/${stub.id}/attachment`)).toMatchObject({
        body: { returnStatus: null, attachment: hashOf(png) },
      })
    })
  })
})
