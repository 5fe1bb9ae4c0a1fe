import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { IppValue } from '../../print-server/ipp/message.js'
import { readCapabilities } from '../../print-server/ipp/readCapabilities.js'
import type { Look } from '../../print-server/protocol.js'
import type { FakePrinter } from '../support/fakePrinter.js'
import { startIppeve } from '../support/ippeve.js'
import { pdfOf, World } from './world.js'

let world: World
let printer: FakePrinter
let printerId: number

beforeEach(async () => {
  world = await World.start()
  world.api.wantsLooks = true
  ;({ printer, printerId } = await world.addPrinter())
})
afterEach(() => world.close())

/** What is told of the printer, as soon as it is so. */
async function told(holds: (look: Look) => boolean = () => true, id = printerId): Promise<Look> {
  for (const deadline = Date.now() + 15_000; Date.now() < deadline;) {
    const look = world.api.looks.get(id)
    if (look && holds(look)) return look
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`No look fits, the last one is ${JSON.stringify(world.api.looks.get(id))}`)
}

describe('a printer that has nothing to print', () => {
  it('is asked what it can do and has in stock', async () => {
    Object.assign(printer.attributes, {
      'color-supported': true,
      'media-ready': ['iso_a4_210x297mm'],
      'media-size-supported': [
        { 'x-dimension': 21_000, 'y-dimension': 29_700 },
        { 'x-dimension': [7_600, 25_000], 'y-dimension': [9_000, 30_000] },
      ],
      'printer-resolution-supported': [[300, 300, 'dpi']],
      'marker-names': ['黑色碳粉', 'Color', 'Waste Toner Box'],
      'marker-types': ['toner', 'ink-cartridge', 'waste-toner'],
      'marker-colors': ['#000000', '#00FFFF#FF00FF#FFFF00', 'none'],
      'marker-levels': [8, 250, 95],
      'marker-low-levels': [10, 10, 0],
      'printer-input-tray': [
        'type=sheetFeedAutoRemovableTray;mediafeed=29700;maxcapacity=250;level=50;status=0;name=Tray 1;',
        'type=sheetFeedManual;maxcapacity=-2;level=-3;name=Manual;',
      ],
    })
    await world.startServer({ lookEveryMs: 50 })
    expect(await told()).toEqual({
      status: 'idle',
      reasons: [],
      uuid: printer.uuid,
      upTime: expect.any(Number),
      info: 'Fake printer',
      capabilities: {
        formats: ['application/pdf'],
        media: ['iso_a4_210x297mm'],
        mediaReady: ['iso_a4_210x297mm'],
        sizes: [
          { width: [210, 210], height: [297, 297] },
          { width: [76, 250], height: [90, 300] },
        ],
        sources: [],
        trays: [
          { name: 'Tray 1', level: 20 },
          { name: 'Manual', level: null },
        ],
        supplies: [
          { name: '黑色碳粉', type: 'toner', colors: ['#000000'], level: 8, isLow: true, isWaste: false },
          {
            name: 'Color',
            type: 'ink-cartridge',
            colors: ['#00ffff', '#ff00ff', '#ffff00'],
            level: null,
            isLow: false,
            isWaste: false,
          },
          { name: 'Waste Toner Box', type: 'waste-toner', colors: [], level: 95, isLow: true, isWaste: true },
        ],
        color: true,
        duplex: true,
        resolutions: ['300x300dpi'],
      },
    })
  })

  it('is followed: what changes is told, and so is that it is away, and back', async () => {
    await world.startServer({ lookEveryMs: 50 })
    await told()
    Object.assign(printer, { state: 'stopped', reasons: ['media-empty-error'] })
    expect(await told(({ status }) => status === 'stopped')).toMatchObject({ reasons: ['media-empty'] })
    await printer.unplug()
    expect(await told(({ status }) => status === 'unreachable')).toEqual({
      status: 'unreachable',
      reasons: ['unreachable'],
    })
    Object.assign(printer, { state: 'idle', reasons: ['none'] })
    await printer.listen()
    await told(({ status }) => status === 'idle')
  })

  it.each([
    ['http-401', 'unauthorized'],
    ['http-503', 'busy'],
    ['hang', 'unreachable'],
    ['garbage', 'unreachable'],
    ['endless', 'unreachable'],
  ] as const)(
    'that answers with %s is told as %s, and the others are looked at all the same',
    async (kind, reason) => {
      const other = await world.addPrinter()
      printer.faults = [{ operation: '*', kind, times: 1_000 }]
      await world.startServer({ lookEveryMs: 50 })
      expect(await told()).toEqual({ status: 'unreachable', reasons: [reason] })
      expect(await told(undefined, other.printerId)).toMatchObject({ status: 'idle' })
    },
  )

  it('with an address that leads nowhere is told as unreachable', async () => {
    for (const uri of [
      'ipp://no-such-printer.invalid/ipp',
      'socket://127.0.0.1:9100',
      'ipp://127.0.0.1:1/ipp',
    ]) {
      const id = world.api.addPrinter(uri)
      if (id === printerId + 1) await world.startServer({ lookEveryMs: 50 })
      expect(await told(undefined, id)).toEqual({ status: 'unreachable', reasons: ['unreachable'] })
    }
  })

  it('that says nonsense is shown with what makes sense of it', async () => {
    Object.assign(printer.attributes, {
      'media-supported': Array.from({ length: 250 }, (_, n) => `custom_${n}_100x${n + 1}mm`),
      'media-size-supported': [{ 'x-dimension': [500, 100], 'y-dimension': 29_700 }],
      'printer-resolution-supported': [[0, 0, 'dpi']],
      'marker-names': ['Black', 'Cyan'],
      'marker-colors': ['#zzzzzz'],
      'marker-levels': [2_000_000_000],
      'printer-input-tray': ['=;;=', 'level=9;maxcapacity=3;name=T'],
    })
    await world.startServer({ lookEveryMs: 50 })
    const { capabilities } = await told()
    expect(capabilities?.media).toHaveLength(200)
    const stock = { colors: [], level: null, isLow: false, isWaste: false, type: '' }
    expect(capabilities).toMatchObject({
      sizes: [],
      resolutions: [],
      trays: ['#1', 'T'].map((name) => ({ name, level: null })),
      supplies: [
        { ...stock, name: 'Black' },
        { ...stock, name: 'Cyan' },
      ],
    })
  })

  it('is asked beside a job at work, which prints once and in peace', async () => {
    printer.jobMs = 400
    const job = world.api.addJob(printerId, { pdf: pdfOf('job') })
    await world.startServer({ lookEveryMs: 50 })
    expect(await world.ended(job)).toEqual(['printed'])
    await told()
    expect(printer.prints).toHaveLength(1)
    expect(job.attempts).toHaveLength(1)
  })
})

describe('what a device says of its capabilities', () => {
  const read = (attributes: Record<string, IppValue[]>) =>
    readCapabilities(new Map(Object.entries(attributes)))
  const nothing = readCapabilities(new Map())

  it('is unknown where it says nothing', () => {
    expect(nothing).toMatchObject({ formats: [], supplies: [], trays: [], color: null, duplex: null })
  })

  it.each<[string, Record<string, IppValue[]>]>([
    ['texts where numbers belong', { 'marker-levels': ['full'], 'media-size-supported': ['a4', 3] }],
    ['numbers where texts belong', { 'media-supported': [7, true], 'marker-names': [{ outOfBand: 18 }] }],
    [
      'negative sizes',
      {
        'media-size-supported': [
          new Map([
            ['x-dimension', [-1]],
            ['y-dimension', [-1]],
          ]),
        ],
      },
    ],
    ['a flag that is none', { 'color-supported': ['yes'], 'sides-supported': [{ outOfBand: 16 }] }],
    ['a resolution below nothing', { 'printer-resolution-supported': [{ x: -5, y: 600, unit: 'dpi' }] }],
    ['a tray that is no text of pairs', { 'printer-input-tray': [1, 'x', true] }],
  ])('stays so for %s', (_what, attributes) => {
    expect(read(attributes)).toEqual(nothing)
  })

  it('keeps its names clean and every level between nothing and full', () => {
    const { supplies } = read({
      'marker-names': ['', 'B\u0007lack', 'x'.repeat(500), 'Waste'],
      'marker-types': ['toner', 'toner', 'toner', 'wasteToner'],
      'marker-levels': [-3, -2, Number.NaN, 0],
      'marker-high-levels': [0, 0, 0, 0],
    })
    expect(supplies.map(({ name, level, isLow }) => [name, level, isLow])).toEqual([
      ['toner', null, false],
      ['B lack', null, false],
      ['x'.repeat(120), null, false],
      ['Waste', 0, false],
    ])
  })
})

it('ippeveprinter tells its stock and its media', async () => {
  const eve = await startIppeve()
  try {
    const id = world.api.addPrinter(eve.uri)
    await world.startServer({ lookEveryMs: 50 })
    const { capabilities, uuid } = await told(undefined, id)
    expect(uuid).toMatch(/^urn:uuid:/)
    expect(capabilities?.media).toContain('iso_a4_210x297mm')
    expect(capabilities?.mediaReady.length).toBeGreaterThan(0)
    expect(capabilities?.supplies.map(({ type }) => type)).toContain('toner')
    expect(capabilities?.trays.some(({ level }) => level !== null)).toBe(true)
  } finally {
    await eve.stop()
  }
})
