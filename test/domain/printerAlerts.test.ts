import { describe, expect, it } from '@jest/globals'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop, type PrintShop } from '../support/printShop.js'
import { until } from '../support/until.js'

const supplies = (level: number) => ({
  formats: [],
  media: [],
  mediaReady: [],
  sizes: [],
  sources: [],
  trays: [],
  supplies: [{ name: '黑色碳粉', type: 'toner', colors: [], level, isLow: level < 10, isWaste: false }],
  color: null,
  duplex: null,
  resolutions: [],
})

eachDatabase((house) => {
  const admin = () => house().as('admin')
  const alerts = ({ printer }: PrintShop, filter = {}) =>
    admin().list('printer-alerts', { printerId: printer.id, ...filter })
  const alert = (shop: PrintShop, status: string) =>
    until(
      () => alerts(shop),
      (found) => found.some((one) => one.status === status),
    )
  /** As if the printer had waited for that long; the watch looks every few seconds. */
  const waits = async ({ printer }: PrintShop, minutes: number) => {
    const since = new Date(Date.now() - minutes * 60_000).toISOString()
    await house().api.db.execute('UPDATE printers SET waitingSince = ? WHERE id = ?', [since, printer.id])
    return since
  }
  const open = async () => (await fetch(`${house().api.origin}/metrics`)).text()

  describe('a printer that keeps papers waiting', () => {
    it('is told of when it has waited for longer than set, until it goes on, and who has seen that is kept', async () => {
      const shop = await openPrintShop(house())
      const job = await shop.job()
      const claim = await shop.server.claimed()
      await shop.server.printerState(shop.printer.id, claim.fence, {
        status: 'stopped',
        reasons: ['media-empty'],
      })
      await shop.server.report(job, claim.fence, { status: 'queued', reasons: ['media-empty'] })
      const quiet = await openPrintShop(house())
      await until(
        async () =>
          house().api.db.select('SELECT waitingSince FROM printers WHERE id = ?', [shop.printer.id]),
        ([row]) => row?.waitingSince !== null,
      )
      expect(await alerts(shop)).toEqual([])
      const since = await waits(shop, 11)
      const [told] = await alert(shop, 'open')
      expect(told).toMatchObject({
        kind: 'waiting',
        reasons: ['media-empty'],
        since,
        until: null,
        seenBy: null,
      })
      expect(await open()).toMatch(/slipway_printer_alerts\{kind="waiting"\} \d/)
      const seen = await house().as('warehouse').act('printer-alerts', Number(told?.id), 'seen')
      expect(seen).toMatchObject({ seenBy: expect.any(Number), seenAt: expect.any(String), status: 'open' })
      expect((await house().as('sales').post(`/printer-alerts/${told?.id}/seen`)).status).toBe(403)

      await shop.server.report(job, claim.fence, { status: 'printed', reasons: [] })
      const [over] = await alert(shop, 'over')
      expect(over).toMatchObject({ id: told?.id, since, until: expect.any(String), seenBy: seen.seenBy })
      expect(await alerts(quiet)).toEqual([])
    })

    it('is told of when a person has paused it and forgotten that, once and not again', async () => {
      const shop = await openPrintShop(house())
      await admin().act('printers', shop.printer.id, 'pause')
      await shop.job()
      await waits(shop, 30)
      await alert(shop, 'open')
      await house().printer()
      await waits(shop, 40)
      await new Promise((resolve) => setTimeout(resolve, 6_000))
      expect(await alerts(shop)).toMatchObject([{ reasons: ['paused'], status: 'open' }])
      await admin().act('printers', shop.printer.id, 'resume')
      await alert(shop, 'over')
    })

    it('may do so for as long as the house has set', async () => {
      const [settings] = await admin().list('settings')
      const set = { printerAlertMinutes: 60 }
      const { id } = settings
        ? await admin().update('settings', settings.id, set)
        : await admin().create('settings', set)
      const shop = await openPrintShop(house())
      await admin().act('printers', shop.printer.id, 'pause')
      await shop.job()
      await waits(shop, 45)
      await new Promise((resolve) => setTimeout(resolve, 6_000))
      expect(await alerts(shop)).toEqual([])
      await admin().update('settings', id, { printerAlertMinutes: 40 })
      await alert(shop, 'open')
      await admin().update('settings', id, { printerAlertMinutes: 10 })
    })
  })

  it('tells of supplies that run out, once, until they are full again', async () => {
    const shop = await openPrintShop(house())
    const look = (level: number, reasons: string[] = []) =>
      shop.server.look(shop.printer.id, { status: 'idle', reasons, capabilities: supplies(level) })
    await look(60)
    expect(await alerts(shop)).toEqual([])
    await look(8, ['toner-low'])
    await look(7, ['toner-low'])
    expect(await alerts(shop)).toMatchObject([
      { kind: 'supplies', status: 'open', reasons: ['toner-low'], detail: '黑色碳粉 8%' },
    ])
    await shop.server.look(shop.printer.id, { status: 'unreachable', reasons: ['unreachable'] })
    expect(await alerts(shop, { status: 'open' })).toHaveLength(1)
    await look(95)
    expect(await alerts(shop)).toMatchObject([{ status: 'over', until: expect.any(String) }])
  })
})
