import { describe, expect, it } from '@jest/globals'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop } from '../support/printShop.js'

eachDatabase((house) => {
  /** A print job of a paper whose copy set demands a look before the first print. */
  const held = async () => {
    const shop = await openPrintShop(house())
    const set = await house().copySet({ checkBeforePrint: true })
    return { ...shop, made: await shop.job({ copySetId: set.id }) }
  }
  const act = (id: number, verb: string, input: object = {}, role: 'clerk' | 'warehouse' = 'clerk') =>
    house().as(role).post(`/print-jobs/${id}/${verb}`, input)

  describe('a paper that must be looked at before its first print', () => {
    it('waits, tells for what, and cannot be released past the check', async () => {
      const { made, server } = await held()
      expect(made).toMatchObject({ status: 'held', reasons: ['check'], needsCheck: true })
      expect((await server.claim()).status).toBe(204)
      expect((await act(made.id, 'release')).status).toBe(409)
    })

    it('is printed once a person has opened the preview and ticked it; who and when is in the ledger', async () => {
      const { made, server, read } = await held()
      expect(await act(made.id, 'check', { checked: true })).toMatchObject({
        status: 409,
        body: { message: '您还没有打开过这张单据的预览，请先打开看一遍。' },
      })
      const look = house()
        .as('clerk')
        .get(`/documents/${Number(made.documentId)}/pdf`)
      const wish = await server.takeRender(5)
      await server.putRender(wish?.id ?? '', wish?.claim ?? '', `%PDF-1.7 looked at ${made.id}`)
      expect((await look).text).toBe(`%PDF-1.7 looked at ${made.id}`)
      expect(await act(made.id, 'check', { checked: false })).toMatchObject({
        status: 422,
        body: { errors: { checked: expect.any(String) } },
      })
      // Another person's look does not count.
      expect((await act(made.id, 'check', { checked: true }, 'warehouse')).status).toBe(409)
      expect(await act(made.id, 'check', { checked: true })).toMatchObject({
        status: 200,
        body: { status: 'queued', reasons: [], needsCheck: false, checkedAt: expect.any(String) },
      })
      const [clerk] = await house().as('admin').list('users', { username: 'clerk' })
      expect(await read(made)).toMatchObject({ checkedBy: clerk?.id })
      const { job } = await server.claimed()
      expect(job).toMatchObject({ id: made.id, pdf: { sha256: expect.any(String) } })
    })

    it('does not slip through by cancelling and trying again', async () => {
      const { made, read } = await held()
      await act(made.id, 'cancel')
      expect((await act(made.id, 'reprint', { reason: '再打' })).status).toBe(409)
      await act(made.id, 'retry')
      expect(await read(made)).toMatchObject({ status: 'held', reasons: ['check'], needsCheck: true })
    })
  })
})
