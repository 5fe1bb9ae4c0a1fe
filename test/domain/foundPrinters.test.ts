import { expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop, type PrintShop } from '../support/printShop.js'

const uuid = 'urn:uuid:4509a320-00a0-008f-00b6-002507510eca'
const laser = {
  uri: 'ipp://192.168.1.20:631/ipp/print',
  name: '前台 Laser',
  model: 'HP LaserJet',
  location: '二楼',
  formats: ['application/pdf', 'image/pwg-raster'],
  uuid,
}
const label = { ...laser, uri: 'ipp://192.168.1.30:631/ipp', name: 'Label', uuid: null }

eachDatabase((house) => {
  const admin = () => house().as('admin')
  const found = ({ site }: PrintShop) => admin().list('found-printers', { site })
  const report = ({ server }: PrintShop, ...printers: object[]) =>
    server.client.post('/print-server/v1/printers/found', { server: 'server-1', printers })

  it('keeps each device once, by its UUID or else its address, and follows it to a new address', async () => {
    const shop = await openPrintShop(house())
    const secure = { ...laser, uri: 'ipps://192.168.1.20:443/ipp/print' }
    expect((await report(shop, secure, laser, label)).status).toBe(200)
    expect(await found(shop)).toMatchObject([
      {
        name: '前台 Laser',
        uri: laser.uri,
        secureUri: secure.uri,
        uuid,
        printerId: null,
        server: 'server-1',
      },
      { name: 'Label', uri: label.uri, secureUri: null, uuid: null },
    ])
    const [before] = await found(shop)
    await report(shop, { ...laser, uri: 'ipp://192.168.1.77:631/ipp/print' })
    expect(await found(shop)).toMatchObject([
      { id: before?.id, uri: 'ipp://192.168.1.77:631/ipp/print' },
      { name: 'Label' },
    ])
  })

  it('is no news when it is seen again, but is seen now', async () => {
    const shop = await openPrintShop(house())
    await report(shop, laser)
    const [first] = await found(shop)
    await report(shop, laser)
    const [again] = await found(shop)
    expect(again?.version).toBe(first?.version)
    expect(String(again?.lastSeenAt) > String(first?.lastSeenAt)).toBe(true)
  })

  it('adds nothing by itself, and says which printer of the house it is once somebody has added it', async () => {
    const shop = await openPrintShop(house())
    await report(shop, laser, label)
    expect(await admin().list('printers', { site: shop.site })).toHaveLength(1)
    const { id } = await house().printer({ site: shop.site, uri: label.uri })
    expect(await found(shop)).toMatchObject([{ printerId: null }, { printerId: id }])
    // The other one is known by its UUID as soon as the print server has asked it.
    await shop.server.look(shop.printer.id, { status: 'idle', reasons: [], uuid })
    expect(await found(shop)).toMatchObject([{ printerId: shop.printer.id }, { printerId: id }])
    await admin().delete(`/printers/${id}`)
    await report(shop, label)
    expect(await found(shop)).toMatchObject([{}, { printerId: null }])
  })

  it('takes 300 of a site and no more, and forgets what was not seen for a month', async () => {
    const shop = await openPrintShop(house())
    const many = (from: number) =>
      Array.from({ length: 200 }, (_, n) => ({ ...label, uri: `ipp://10.0.0.1:631/${from + n}` }))
    await report(shop, ...many(0))
    await report(shop, ...many(200))
    expect((await found(shop)).length).toBe(300)
    await house().api.db.execute(
      "UPDATE found_printers SET lastSeenAt = '2020-01-01T00:00:00.000Z' WHERE site = ?",
      [shop.site],
    )
    await report(shop, laser)
    await report(shop, laser)
    expect((await found(shop)).map(({ name }) => name)).toEqual(['前台 Laser'])
  })

  it.each([
    ['an address that is no printer', { ...laser, uri: 'javascript:alert(1)' }],
    ['an address with credentials', { ...laser, uri: 'ipp://u:p@host/ipp' }],
    ['a name without end', { ...laser, name: 'x'.repeat(5_000) }],
    ['no name', { ...laser, name: '' }],
  ])('refuses %s with a sentence', async (_what, device) => {
    const reply = await report(await openPrintShop(house()), device)
    expect([reply.status, String(at(reply.body, 'message'))]).toEqual([
      400,
      expect.stringContaining('printers'),
    ])
  })
})
