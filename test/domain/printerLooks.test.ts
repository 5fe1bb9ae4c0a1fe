import { describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop } from '../support/printShop.js'

const capabilities = {
  formats: ['application/pdf'],
  media: ['iso_a4_210x297mm'],
  mediaReady: [],
  sizes: [{ width: [76, 250], height: [90, 300] }],
  sources: ['tray-1'],
  trays: [{ name: '纸盒 1', level: null }],
  supplies: [{ name: '黑色', type: 'toner', colors: ['#000000'], level: 40, isLow: false, isWaste: false }],
  color: false,
  duplex: null,
  resolutions: ['600x600dpi'],
}

const asList = (value: unknown): { id: unknown }[] => (Array.isArray(value) ? value : [])

eachDatabase((house) => {
  const shop = (fields = {}) => openPrintShop(house(), fields)
  const idsOf = (body: unknown) => asList(at(body, 'printers'))

  describe('looking after printers', () => {
    it('gives each printer of the site to one print server, paused ones too, and not again at once', async () => {
      const { server, other, printer, site } = await shop()
      const second = await house().printer({ site })
      await house().as('warehouse').act('printers', second.id, 'pause')
      const replies = await Promise.all([server.due(), other.due(), server.due()])
      const given = replies.flatMap(({ body }) => idsOf(body).map(({ id }) => Number(id)))
      expect(given.sort((a, b) => a - b)).toEqual([printer.id, second.id])
      expect((await server.due()).body).toEqual({ printers: [] })
    })

    it('gives it again when its time has come, and when the clock of the database was set back', async () => {
      const { server, printer } = await shop()
      await server.due()
      for (const lookAt of [1, Date.now() + 3 * 86_400_000]) {
        await house().api.db.execute('UPDATE printers SET lookAt = ? WHERE id = ?', [lookAt, printer.id])
        expect((await server.due()).body).toMatchObject({ printers: [{ id: printer.id, uri: printer.uri }] })
      }
    })

    it('stores what was seen, without making news of what is the same', async () => {
      const { server, printer } = await shop()
      const look = {
        status: 'idle',
        reasons: [],
        uuid: 'urn:uuid:7',
        info: 'LQ-630',
        upTime: 5,
        capabilities,
      }
      expect((await server.look(printer.id, look)).status).toBe(200)
      const seen = await house().as('clerk').read('printers', printer.id)
      expect(seen).toMatchObject({ status: 'idle', uuid: 'urn:uuid:7', info: 'LQ-630', capabilities })
      expect(seen.seenAt).toEqual(expect.any(String))
      await server.look(printer.id, { ...look, upTime: 99 })
      expect((await house().as('clerk').read('printers', printer.id)).version).toBe(seen.version)
    })

    it('leaves the last known capabilities of a printer that is away, and tells when it last answered', async () => {
      const { server, printer } = await shop()
      await server.look(printer.id, { status: 'idle', reasons: [], capabilities })
      const { seenAt } = await house().as('clerk').read('printers', printer.id)
      await server.look(printer.id, { status: 'unreachable', reasons: ['unreachable'] })
      expect(await house().as('clerk').read('printers', printer.id)).toMatchObject({
        status: 'unreachable',
        capabilities,
        seenAt,
      })
    })

    it('believes who works at the printer about its state', async () => {
      const { server, other, printer, job } = await shop()
      await job()
      const { fence } = await server.claimed()
      await server.printerState(printer.id, fence, { status: 'stopped', reasons: ['media-empty'] })
      await other.look(printer.id, { status: 'idle', reasons: [], capabilities })
      expect(await house().as('clerk').read('printers', printer.id)).toMatchObject({
        status: 'stopped',
        reasons: ['media-empty'],
        capabilities,
      })
    })

    it.each<[string, object]>([
      ['a level of 300', { supplies: [{ ...capabilities.supplies[0], level: 300 }] }],
      ['a colour that is code', { supplies: [{ ...capabilities.supplies[0], colors: ['red;x:url(//a)'] }] }],
      ['ten thousand media', { media: Array.from({ length: 10_000 }, (_, n) => `m${n}`) }],
      ['texts that are none', { formats: [1] }],
    ])('refuses %s with a sentence, and keeps what it had', async (_what, part) => {
      const { server, printer } = await shop()
      const look = { status: 'idle', reasons: [], capabilities: { ...capabilities, ...part } }
      expect(await server.look(printer.id, look)).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining('capabilities') },
      })
      expect(await house().as('clerk').read('printers', printer.id)).toMatchObject({ capabilities: null })
    })

    it('is for the print servers of the site alone', async () => {
      const [one, two] = [await shop(), await shop()]
      expect((await two.server.look(one.printer.id, { status: 'idle', reasons: [] })).status).toBe(403)
      expect((await house().as('admin').post('/print-server/v1/printers/due', {})).status).toBe(403)
    })
  })
})
