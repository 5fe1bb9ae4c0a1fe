import { setTimeout as wait } from 'node:timers/promises'
import { createRenderer } from '../../print-server/render/renderer.js'
import type { Content } from '../../print-server/protocol.js'
import { medianOf } from '../load.js'
import { openBareChromium, type BareChromium } from './bareChromium.js'
import { measured, type Speed } from './measured.js'
import { openPrintHouse, type PrintHouse } from './printHouse.js'
import { megabytesOf } from './processTree.js'
import { rasterSpeed, type RasterSpeed } from './rasterSpeed.js'
import { slopeOf } from './slopeOf.js'

export interface PrintRow {
  name: string
  target: number
  /** Median of the turns' own ratios of rates. */
  ratio: number
  ours: Speed
  bare: Speed
}

/** ms from the request to issue a document until its printer has it, or to preview a template until its PDF is there. */
export interface Latency {
  when: string
  p50: number
  p95: number
}

export interface PrintReport {
  documents: number
  rows: PrintRow[]
  latencies: Latency[]
  previews: Latency[]
  /** Of the print server with its browsers, MB, after each batch. */
  megabytes: number[]
  /** MB that 1000 more documents add, by the line through all batches but the first. */
  slope: number
  raster: RasterSpeed[]
}

interface Sizes {
  /** Of one batch. */
  documents: number
  /** In all batches together. */
  printed: number
}

/**
 * Printing end to end: orders issued as one batch on a real API, drawn by a real print server with its Chromium and taken
 * by a printer that is done at once; in turns with a bare Chromium that makes PDF of the same HTML and does nothing else.
 */
export async function benchPrinting(
  { documents, printed }: Sizes,
  tell: (text: string) => void,
): Promise<PrintReport> {
  const house = await openPrintHouse(documents)
  const bare = await openBareChromium()
  try {
    // Both run for days: what is measured is code that its engine has had time to compile.
    await house.batch(documents)
    const contents = await house.contents(documents)
    await bare.fifties(contents)
    const megabytes: number[] = []
    const turns: [Speed, Speed][] = []
    for (let done = 0; done < printed; done += documents) {
      const turn: [Speed, Speed] = [await house.batch(documents), await bare.fifties(contents)]
      turns.push(turn)
      megabytes.push(Math.round(megabytesOf(house.pid)))
      tell(`batch of ${documents}: ${said(turn)}; ${megabytes.at(-1)} MB`)
    }
    const rows: PrintRow[] = []
    const found = (one: PrintRow) => {
      tell(`${one.name}: ratio ${one.ratio.toFixed(2)}; ${said([one.ours, one.bare])}`)
      rows.push(one)
    }
    found(row('batch, from queue to printer', 0.7, turns))
    found(await drawingAlone(bare, contents.slice(0, 50)))
    found(await singles(house, bare, contents.slice(0, 50)))
    const single = await latencies(house, documents, () => house.single(), tell)
    const preview = await latencies(house, documents, () => house.preview(), tell)
    return {
      documents,
      rows,
      latencies: single,
      previews: preview,
      megabytes,
      slope: slopeOf(megabytes.slice(1)) * (1000 / documents),
      raster: contents[0] ? await rasterSpeed(contents[0]) : [],
    }
  } finally {
    await Promise.all([bare.close(), house.stop()])
  }
}

/** Documents drawn one by one, without API and printer. */
async function drawingAlone(bare: BareChromium, contents: Content[]): Promise<PrintRow> {
  const renderer = createRenderer({ size: 2 })
  try {
    // The other browsers have drawn hundreds by now: a new one is slow at first.
    for (let n = 0; n < 3; n += 1) await Promise.all(contents.map((content) => renderer.render(content)))
    const turns: [Speed, Speed][] = []
    // Either side differs from turn to turn by a fifth.
    for (let n = 0; n < 7; n += 1)
      turns.push([
        await measured(async () => {
          await Promise.all(contents.map((content) => renderer.render(content)))
          return contents.length
        }),
        await bare.singles(contents),
      ])
    return row('drawing one by one', 0.9, turns)
  } finally {
    await renderer.close()
  }
}

async function singles(house: PrintHouse, bare: BareChromium, contents: Content[]): Promise<PrintRow> {
  const turns: [Speed, Speed][] = []
  for (let n = 0; n < 3; n += 1)
    turns.push([await house.singles(contents.length), await bare.singles(contents)])
  return row('single documents, from queue to printer', 0.6, turns)
}

/** While nothing else is printed, and while a batch is. */
async function latencies(
  house: PrintHouse,
  documents: number,
  once: () => Promise<number>,
  tell: (text: string) => void,
): Promise<Latency[]> {
  const idle = await latency('idle', once)
  const batch = house.batch(documents)
  const busy = await latency(`under a batch of ${documents} at another printer`, once)
  await batch
  for (const { when, p50, p95 } of [idle, busy]) tell(`${when}: p50 ${p50} ms, p95 ${p95} ms`)
  return [idle, busy]
}

async function latency(when: string, once: () => Promise<number>): Promise<Latency> {
  const times: number[] = []
  for (let n = 0; n < 20; n += 1) {
    times.push(await once())
    await wait(50)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return { when, p50: at(0.5), p95: at(0.95) }
}

function row(name: string, target: number, turns: [Speed, Speed][]): PrintRow {
  const side = (which: 0 | 1): Speed => ({
    perSecond: medianOf(turns.map((turn) => turn[which].perSecond)),
    cpuMs: medianOf(turns.map((turn) => turn[which].cpuMs)),
  })
  const ratio = medianOf(turns.map(([ours, bare]) => ours.perSecond / bare.perSecond))
  return { name, target, ratio, ours: side(0), bare: side(1) }
}

const said = ([ours, bare]: [Speed, Speed]) =>
  `${ours.perSecond.toFixed(1)}/s against ${bare.perSecond.toFixed(1)}/s, ${ours.cpuMs.toFixed(0)} against ${bare.cpuMs.toFixed(0)} ms of processor time each`
