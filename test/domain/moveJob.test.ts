import { describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop } from '../support/printShop.js'
import { until } from '../support/until.js'

eachDatabase((house) => {
  const shop = (fields = {}) => openPrintShop(house(), fields)
  const retry = (id: number) => house().as('warehouse').post(`/print-jobs/${id}/retry`, {})
  const move = (id: number, printerId: number) =>
    house().as('warehouse').post(`/print-jobs/${id}/move`, { printerId })

  describe('a job that is moved to another printer', () => {
    it('prints there as it was, and nowhere else', async () => {
      const [from, to] = [await shop({ paper: 'a4' }), await shop({ paper: 'a4' })]
      const job = await from.job()
      const reply = await move(job.id, to.printer.id)
      expect(reply).toMatchObject({
        status: 200,
        body: {
          printerId: to.printer.id,
          documentId: job.documentId,
          copies: job.copies,
          status: 'queued',
          purpose: 'first',
        },
      })
      expect(await from.read(job)).toMatchObject({ status: 'canceled' })
      expect((await from.server.claim()).status).toBe(204)
      expect(await retry(job.id)).toMatchObject({
        status: 409,
        body: { message: expect.stringContaining(`#${String(at(reply.body, 'id'))}`) },
      })
      expect((await to.server.claimed()).job.title).toBe(job.title)
    })

    it('is dropped by a print server that waits with it', async () => {
      const [from, to] = [await shop({ paper: 'a4' }), await shop({ paper: 'a4' })]
      const job = await from.job()
      const { fence } = await from.server.claimed()
      await move(job.id, to.printer.id)
      expect((await from.server.attempt(job, fence)).body).toMatchObject({ code: 'not_now' })
      const waits = { status: 'queued', reasons: ['media-empty'] }
      expect((await from.server.report(job, fence, waits)).body).toMatchObject({ stop: true })
    })

    it('stays where it is once it was sent', async () => {
      const [from, to] = [await shop({ paper: 'a4' }), await shop({ paper: 'a4' })]
      const job = await from.job()
      await from.server.send(await from.server.claimed())
      expect((await move(job.id, to.printer.id)).status).toBe(409)
      expect(await from.read(job)).toMatchObject({ status: 'accepted' })
    })

    it('is moved once by two who do it at the same time', async () => {
      const [from, to] = [await shop({ paper: 'a4' }), await shop({ paper: 'a4' })]
      const job = await from.job()
      const replies = await Promise.all([move(job.id, to.printer.id), move(job.id, to.printer.id)])
      expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
      const at = await house().as('clerk').list('print-jobs', { printerId: to.printer.id })
      expect(at).toHaveLength(1)
    })

    it('is not moved to a printer whose paper does not fit, to the same one, or to none', async () => {
      const from = await shop({ paper: 'a4' })
      const label = await shop({ paper: 'label-100x150' })
      const small = await shop()
      await small.server.look(small.printer.id, {
        status: 'idle',
        reasons: [],
        capabilities: {
          formats: [],
          media: [],
          mediaReady: [],
          sources: [],
          trays: [],
          supplies: [],
          resolutions: [],
          color: null,
          duplex: null,
          sizes: [{ width: [50, 110], height: [50, 200] }],
        },
      })
      const job = await from.job()
      for (const [id, why] of [
        [label.printer.id, '打不了这种纸'],
        [small.printer.id, '打不了这种纸'],
        [from.printer.id, '已经在这台'],
        [999_999, ''],
      ] as const)
        expect(await move(job.id, id)).toMatchObject({
          status: 422,
          body: { errors: { printerId: expect.stringContaining(why) } },
        })
      expect(await from.read(job)).toMatchObject({ status: 'queued' })
    })
  })

  describe('what nobody works at', () => {
    it('still ends in time: a job of a paused printer expires by itself', async () => {
      const { printer, job, read } = await shop()
      await house().as('warehouse').act('printers', printer.id, 'pause')
      const made = await job({ expiresAt: new Date(Date.now() + 3_000).toISOString() })
      const ended = await until(
        () => read(made),
        ({ status }) => status !== 'queued',
      )
      expect(ended).toMatchObject({ status: 'expired', endedAt: expect.any(String) })
    })

    it('is free again half a minute after the clock of the database was set back, not a day', async () => {
      const { printer } = await shop()
      const far = Date.now() + 86_400_000
      await house().api.db.execute('UPDATE printers SET leaseUntil = ? WHERE id = ?', [far, printer.id])
      const leaseUntil = async () => {
        const [row] = await house().api.db.select('SELECT leaseUntil FROM printers WHERE id = ?', [
          printer.id,
        ])
        return Number(row?.leaseUntil)
      }
      expect(await until(leaseUntil, (time) => time < far)).toBeGreaterThan(Date.now())
    })
  })
})
