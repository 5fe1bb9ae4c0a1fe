import { afterEach, describe, expect, it } from '@jest/globals'
import { Bonjour } from 'bonjour-service'
import { browse } from '../../print-server/discovery/browse.js'
import { foundPrinter } from '../../print-server/discovery/foundPrinter.js'

const UUID = '4509a320-00a0-008f-00b6-002507510eca'
const announced: Bonjour[] = []

/** Devices that announce themselves on this machine only. */
function announce(
  services: { name: string; type: string; port: number; txt: Record<string, string> }[],
): void {
  const options: object = { interface: '127.0.0.1', bind: '0.0.0.0', loopback: true, reuseAddr: true }
  const device = new Bonjour(options)
  announced.push(device)
  for (const service of services) device.publish({ ...service, probe: false })
}

afterEach(async () => {
  for (const device of announced.splice(0)) await new Promise<void>((resolve) => device.destroy(resolve))
})

describe('looking around the network', () => {
  it('finds what announces itself as ipp or ipps, and lives with one that says nonsense', async () => {
    const nonsense = {
      rp: '../../?#@evil',
      UUID: '\u0000\u0001',
      ty: '\n'.repeat(9),
      pdl: ',,;<script>',
      note: '‮',
    }
    announce([
      {
        name: '前台 Laser 3200',
        type: 'ipp',
        port: 631,
        txt: {
          rp: 'ipp/print',
          ty: 'HP LaserJet',
          note: '二楼',
          pdl: 'application/pdf,image/pwg-raster',
          UUID,
        },
      },
      { name: 'Label', type: 'ipps', port: 8443, txt: { rp: '/ipp/label' } },
      { name: 'Nonsense', type: 'ipp', port: 1, txt: nonsense },
    ])
    const found = (await browse({ address: '127.0.0.1', forMs: 2_500 }, new AbortController().signal))
      .map(foundPrinter)
      .filter((one) => one?.name !== undefined)
    const of = (name: string) => found.find((one) => one?.name === name)
    expect(of('前台 Laser 3200')).toEqual({
      uri: expect.stringMatching(/^ipp:\/\/[\w.-]+:631\/ipp\/print$/),
      name: '前台 Laser 3200',
      model: 'HP LaserJet',
      location: '二楼',
      formats: ['application/pdf', 'image/pwg-raster'],
      uuid: `urn:uuid:${UUID}`,
    })
    expect(of('Label')?.uri).toMatch(/^ipps:\/\/.*:8443\/ipp\/label$/)
    expect(of('Nonsense')).toEqual({
      uri: expect.stringMatching(/^ipp:\/\/[\w.-]+:1\/ipp\/print$/),
      name: 'Nonsense',
      model: '',
      location: '',
      formats: [],
      uuid: null,
    })
  })

  it('finds nothing, and harms nothing, where there is no such interface', async () => {
    await expect(
      browse({ address: '203.0.113.7', forMs: 300 }, new AbortController().signal),
    ).resolves.toEqual([])
  })
})

describe('what an announcement says', () => {
  const said = {
    name: 'P',
    type: 'ipp',
    host: 'p.local.',
    port: 631,
    addresses: ['fe80::1', '192.168.1.20'],
    txt: {},
  }

  it('is an address that every machine can reach, where it tells one', () => {
    expect(foundPrinter(said)?.uri).toBe('ipp://192.168.1.20:631/ipp/print')
    expect(foundPrinter({ ...said, addresses: ['169.254.3.4'] })?.uri).toBe('ipp://p.local:631/ipp/print')
  })

  it.each([
    ['nothing', null],
    ['no port', { ...said, port: 'x' }],
    ['a port that is none', { ...said, port: 99_999 }],
    ['a host that is none', { ...said, addresses: [], host: 'a b/@' }],
    ['no host', { ...said, addresses: 'x', host: 7 }],
  ])('is no printer with %s', (_what, service) => {
    expect(foundPrinter(service)).toBeNull()
  })

  it('is cut to what a screen can show', () => {
    const long = 'x'.repeat(5_000)
    const found = foundPrinter({
      ...said,
      name: long,
      txt: { ty: long, note: long, rp: long, pdl: `a/${long}`, UUID: long },
    })
    expect(JSON.stringify(found).length).toBeLessThan(600)
    expect(found).toMatchObject({ formats: [], uuid: null, uri: 'ipp://192.168.1.20:631/ipp/print' })
  })
})
