import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ExportRun } from './exportDuels.js'
import type { PrintReport } from './printing/benchPrinting.js'
import { printTables } from './printing/printTables.js'

export interface Side {
  /** Calls per second. */
  rate: number
  /** ms from call to answer. */
  median: number
  /** ms of processor time of the program per call, without the database's. */
  cpu: number
}

export interface Row {
  name: string
  target: number
  /** Median of the rounds' own ratios of rates. */
  ratio: number
  api: Side
  bare: Side
}

export interface ExportRow {
  format: string
  target: number
  api: ExportRun
  bare: ExportRun
}

export interface Size {
  orders: number
  rows: Row[]
  exports: ExportRow[]
}

const file = fileURLToPath(new URL('../docs/performance.md', import.meta.url))
const END = '<!-- end of table -->'

/** Prints the tables; with `write` puts them between the marks in docs/performance.md. */
export async function writeReport(
  sizes: Size[],
  { rounds, seconds, write }: { rounds: number; seconds: number; write: boolean },
): Promise<void> {
  const text = [heading(rounds, seconds), ...sizes.map(tables)].join('\n')
  publish('<!-- table: npm run bench -- --write -->', text, write)
}

/** The same for printing. */
export function writePrintReport(report: PrintReport, write: boolean): void {
  publish(
    '<!-- table: npm run bench -- --only printing --write -->',
    `Measured ${circumstances()}. Medians of turns.\n\n${printTables(report)}`,
    write,
  )
}

/** Prints the text; with `write` puts it behind that mark in docs/performance.md. */
function publish(mark: string, text: string, write: boolean): void {
  process.stdout.write(`${text}\n`)
  if (!write) return
  const document = readFileSync(file, 'utf8')
  const before = document.indexOf(mark)
  const after = document.indexOf(END, before)
  if (before < 0 || after < 0) throw new Error(`docs/performance.md lacks ${mark} and ${END}.`)
  writeFileSync(file, `${document.slice(0, before + mark.length)}\n\n${text}\n${document.slice(after)}`)
}

function heading(rounds: number, seconds: number): string {
  const database = spawnSync('mariadbd', ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const version = /Ver (\S+)/.exec(database)?.[1] ?? 'unknown'
  return `Measured ${circumstances()}; ${version}. ${rounds} rounds of ${seconds} s on each side, in turns; medians.\n`
}

function circumstances(): string {
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ')
  const load = loadavg()[1]?.toFixed(1)
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`
  return `${when} UTC; Node ${process.versions.node}; ${machine}; load over five minutes ${load}`
}

function tables({ orders, rows, exports }: Size): string {
  const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  const verdict = (ratio: number, target: number) => (ratio >= target ? 'yes' : '**no**')
  const parts = [`### ${orders.toLocaleString('en')} orders\n`]
  if (rows.length > 0)
    parts.push(
      '| | ratio | wanted | reached | API per s | bare per s | API ms | bare ms | API CPU ms | bare CPU ms |',
      '|---|---|---|---|---|---|---|---|---|---|',
      ...rows.map(
        ({ name, ratio, target, api, bare }) =>
          `| ${name} | ${ratio.toFixed(2)} | ${target} | ${verdict(ratio, target)} | ${figure(api.rate)} | ${figure(bare.rate)} | ${figure(api.median)} | ${figure(bare.median)} | ${figure(api.cpu)} | ${figure(bare.cpu)} |`,
      ),
      '',
    )
  if (exports.length > 0)
    parts.push(
      '| export | ratio | wanted | reached | API rows per s | bare rows per s | API peak MB | bare peak MB | API file MB |',
      '|---|---|---|---|---|---|---|---|---|',
      ...exports.map(({ format, target, api, bare }) => {
        const ratio = api.rowsPerSecond / bare.rowsPerSecond
        return `| ${format} | ${ratio.toFixed(2)} | ${target} | ${verdict(ratio, target)} | ${figure(api.rowsPerSecond)} | ${figure(bare.rowsPerSecond)} | ${api.peakMb} | ${bare.peakMb} | ${api.mbWritten} |`
      }),
      '',
    )
  return parts.join('\n')
}
