import { describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop } from '../support/printShop.js'

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
        body: { errors: { copies: [{}, {}, { copyNo: '联号重复,请改成不同的联号。' }] } },
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
})
