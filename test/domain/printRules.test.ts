import { beforeAll, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'
import { openPrintShop } from '../support/printShop.js'

const hashOf = (bytes: string) => createHash('sha256').update(bytes).digest('hex')

eachDatabase((house) => {
  const rule = (fields: object) =>
    house()
      .as('admin')
      .create('print-rules', { kind: 'delivery-note', ...fields })
  const jobsOf = (document: Rec) => house().as('warehouse').list('print-jobs', { documentId: document.id })
  /** A delivery note of that warehouse. */
  const issuedAt = async (warehouse: Rec, input: object = {}) =>
    house().issued(await house().shipment(await house().confirmed({ warehouseId: warehouse.id })), {
      ...input,
    })
  const printersOf = async (document: Rec) =>
    (await jobsOf(document)).map(({ printerId, copies, tray, isPart }) => ({
      printerId,
      copies: Array.isArray(copies) ? copies.length : 0,
      tray,
      isPart,
    }))

  beforeAll(async () => {
    await house().copySets()
  })

  describe('which printer a paper goes to', () => {
    it('is said by the most specific rule; a printer that a person chooses goes before', async () => {
      const [one, two] = [await house().warehouse(), await house().warehouse()]
      const [here, stub, chosen] = [await house().printer(), await house().printer(), await house().printer()]
      await rule({ warehouseId: one.id, printerId: here.id })
      await rule({ warehouseId: one.id, copyNo: 1, printerId: stub.id, tray: 'tray-2' })
      expect(await printersOf(await issuedAt(one))).toEqual([
        { printerId: stub.id, copies: 1, tray: 'tray-2', isPart: true },
        { printerId: here.id, copies: 2, tray: null, isPart: true },
      ])
      expect(await printersOf(await issuedAt(one, { printerId: chosen.id }))).toEqual([
        { printerId: chosen.id, copies: 3, tray: null, isPart: false },
      ])
      // No rule fits: the warehouse's own.
      expect(await printersOf(await issuedAt(two))).toEqual([
        { printerId: two.printerId, copies: 3, tray: null, isPart: false },
      ])
    })

    it('is the person’s own where no rule fits, before the warehouse’s', async () => {
      const [warehouse, own] = [await house().warehouse(), await house().printer()]
      await house().as('warehouse').put('/preferences', { 'print.printer': own.id })
      const issued = await printersOf(await issuedAt(warehouse))
      await house().as('warehouse').put('/preferences', { 'print.printer': null })
      expect(issued).toMatchObject([{ printerId: own.id }])
      expect(await printersOf(await issuedAt(warehouse))).toMatchObject([{ printerId: warehouse.printerId }])
    })

    it('is never guessed: without rule, own printer and printer of the warehouse it is refused', async () => {
      const warehouse = await house().warehouse({ printerId: null })
      const shipment = await house().shipment(await house().confirmed({ warehouseId: warehouse.id }))
      expect(
        await house().as('warehouse').post(`/shipments/${shipment.id}/issue`, { kind: 'delivery-note' }),
      ).toMatchObject({
        status: 422,
        body: { errors: { printerId: '没有适用的打印规则，仓库也没有设置打印机，请在这里选择一台。' } },
      })
    })

    it('is one for all plies of a carbonless form: rules for single copies do not tear it apart', async () => {
      const [warehouse, here, stub] = [
        await house().warehouse(),
        await house().printer(),
        await house().printer(),
      ]
      const set = await house().copySet({ mode: 'carbonless' })
      await rule({ warehouseId: warehouse.id, printerId: here.id, copySetId: set.id })
      await rule({ warehouseId: warehouse.id, copyNo: 1, printerId: stub.id })
      const document = await issuedAt(warehouse)
      expect(document.copyMode).toBe('carbonless')
      expect(await printersOf(document)).toEqual([
        { printerId: here.id, copies: 3, tray: null, isPart: false },
      ])
    })

    it('cannot be two that hold different paper', async () => {
      const warehouse = await house().warehouse()
      const a4 = await house().printer({ paper: 'a4' })
      await rule({ warehouseId: warehouse.id, copyNo: 3, printerId: a4.id })
      const shipment = await house().shipment(await house().confirmed({ warehouseId: warehouse.id }))
      expect(
        await house().as('warehouse').post(`/shipments/${shipment.id}/issue`, { kind: 'delivery-note' }),
      ).toMatchObject({ status: 409, body: { message: expect.stringContaining('装的纸不同') } })
    })
  })

  describe('a rule', () => {
    const refused = (fields: object) =>
      house()
        .as('admin')
        .post('/print-rules', { kind: 'packing-list', ...fields })

    it('that ties with another one is refused, and says with which', async () => {
      const warehouse = await house().warehouse()
      const printerId = (await house().printer()).id
      const { id } = await rule({ kind: 'packing-list', warehouseId: warehouse.id, copyNo: 2, printerId })
      expect(await refused({ warehouseId: warehouse.id, copyNo: 2, printerId })).toMatchObject({
        status: 409,
        body: { message: `规则 #${id} 的单据、仓库和联号与此完全相同，不知该听哪一条；请修改那一条。` },
      })
    })

    it('must do something, and not contradict itself', async () => {
      const set = await house().copySet({ kind: 'packing-list' })
      const other = await house().copySet({ kind: 'sales-order' })
      expect(await refused({})).toMatchObject({
        status: 422,
        body: { errors: { printerId: expect.any(String) } },
      })
      expect(await refused({ copySetId: set.id, tray: 'x' })).toMatchObject({
        body: { errors: { tray: expect.any(String) } },
      })
      expect(await refused({ copySetId: set.id, copyNo: 9 })).toMatchObject({
        body: { errors: { copySetId: expect.any(String) } },
      })
      expect(await refused({ copySetId: other.id })).toMatchObject({
        body: { errors: { copySetId: expect.any(String) } },
      })
    })
  })

  describe('a paper whose copies go to two printers', () => {
    it('is drawn and archived once; each job archives its part and is reprinted from that', async () => {
      const [first, second] = [await openPrintShop(house()), await openPrintShop(house())]
      const warehouse = await house().warehouse({ printerId: first.printer.id })
      await rule({ warehouseId: warehouse.id, printerId: first.printer.id })
      await rule({ warehouseId: warehouse.id, copyNo: 3, printerId: second.printer.id, tray: 'top' })
      const document = await issuedAt(warehouse)
      const [jobA, jobB] = await jobsOf(document)
      if (!jobA || !jobB) throw new Error('Two jobs were expected')

      const a = await first.server.claimed()
      expect(a.job).toMatchObject({ tray: null, pdf: null, part: { copyIds: jobA.copies, whole: null } })
      expect(at((await first.server.content(jobA)).body, 'copies')).toHaveLength(3)
      const whole = `%PDF-1.7 whole ${next()}`
      const upload = (path: string, bytes: string) =>
        first.server.client.send('PUT', `/print-server/v1${path}`, bytes, {
          'Content-Type': 'application/pdf',
        })
      await upload(`/jobs/${jobA.id}/pdf?fence=${a.fence}&whole=1`, whole)
      await first.server.archive(jobA, a.fence, '%PDF-1.7 part A')
      expect((await house().as('service').get(`/documents/${document.id}/pdf`)).text).toBe(whole)
      expect(await first.read(jobA)).toMatchObject({
        pdfSha256: hashOf('%PDF-1.7 part A'),
        evidence: 'rendered',
      })

      const b = await second.server.claimed()
      expect(b.job).toMatchObject({
        tray: 'top',
        pdf: null,
        part: { copyIds: jobB.copies, whole: { sha256: hashOf(whole) } },
      })
      await second.server.archive(jobB, b.fence, '%PDF-1.7 part B')
      await second.server.attempt(jobB, b.fence)
      await second.server.report(jobB, b.fence, { status: 'printed', attempt: { n: 1, ended: true } })
      const again = await house().as('warehouse').act('print-jobs', jobB.id, 'reprint', { reason: '卡纸' })
      expect(again).toMatchObject({
        tray: 'top',
        isPart: true,
        copies: jobB.copies,
        pdfSha256: hashOf('%PDF-1.7 part B'),
      })
      const copies = await house().as('auditor').list('document-copies', { documentId: document.id })
      expect(copies.map(({ evidence }) => evidence)).toEqual(['none', 'none', 'completed'])
    })
  })
})
