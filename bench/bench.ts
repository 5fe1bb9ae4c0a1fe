import { parseArgs } from 'node:util'
import mysql from 'mysql2/promise'
import { startMariadb } from '../test/support/mariadb.js'
import { deepDuels, readDuels, writeDuels, type Duel } from './calls.js'
import { confirmDuel } from './contention.js'
import { exportDuel } from './exportDuels.js'
import { cpuMs } from './cpu.js'
import { load, medianOf, type Call } from './load.js'
import { benchPrinting } from './printing/benchPrinting.js'
import { writePrintReport, writeReport, type ExportRow, type Row, type Size } from './report.js'
import { openWorld, type World } from './world.js'

/**
 * `npm run bench [-- --orders 10000,1000000 --rounds 5 --seconds 2 --only list,export --url mysql://…]`: the API against a bare
 * node:http + mysql2 program on the same database, in turns. `--url` takes filled databases, one for each size. Then printing
 * against a bare Chromium: `--only printing --documents 500 --printed 3000` (of one batch, and in all batches).
 * `--write` puts the tables into docs/performance.md.
 */
const { values: options } = parseArgs({
  options: {
    orders: { type: 'string', default: '10000,1000000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    documents: { type: 'string', default: '500' },
    printed: { type: 'string', default: '3000' },
    only: { type: 'string', default: '' },
    url: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const rounds = Number(options.rounds)
const ms = Number(options.seconds) * 1000
const wanted = options.only.split(',').filter(Boolean)
const isWanted = (name: string) => wanted.length === 0 || wanted.some((part) => name.includes(part))
const tell = (text: string) => void process.stderr.write(`${text}\n`)

/** Servers run for days: what is measured is code that the engine has had time to compile. */
const WARM_CALLS = 3000
const WARM_MS = ms * 4

function atMost(calls: number, next: () => Call | null): () => Call | null {
  let left = calls
  return () => ((left -= 1) < 0 ? null : next())
}

async function measure(world: World, duel: Duel): Promise<Row> {
  const { name, target, as = 'clerk', connections = 8 } = duel
  const ratios: number[] = []
  const rates: { api: number[]; bare: number[] } = { api: [], bare: [] }
  const medians: { api: number[]; bare: number[] } = { api: [], bare: [] }
  const efforts: { api: number[]; bare: number[] } = { api: [], bare: [] }
  const side = async (which: 'api' | 'bare') => {
    const at = which === 'api' ? world.as[as] : world.bare
    const before = cpuMs(world.pids[which])
    const found = await load(at, duel[which], { connections, ms })
    rates[which].push(found.rate)
    medians[which].push(found.median)
    efforts[which].push((cpuMs(world.pids[which]) - before) / found.calls)
    return found.rate
  }
  await load(world.as[as], atMost(WARM_CALLS, duel.api), { connections, ms: WARM_MS })
  await load(world.bare, atMost(WARM_CALLS, duel.bare), { connections, ms: WARM_MS })
  for (let round = 0; round < rounds; round++) {
    // Who begins changes, so that neither always runs on what the other has warmed or worn out.
    const first = round % 2 === 0 ? 'api' : 'bare'
    const a = await side(first)
    const b = await side(first === 'api' ? 'bare' : 'api')
    ratios.push(first === 'api' ? a / b : b / a)
  }
  const row = {
    ...{ name, target, ratio: medianOf(ratios) },
    api: { rate: medianOf(rates.api), median: medianOf(medians.api), cpu: medianOf(efforts.api) },
    bare: { rate: medianOf(rates.bare), median: medianOf(medians.bare), cpu: medianOf(efforts.bare) },
  }
  tell(
    `${name.padEnd(30)} ${row.ratio.toFixed(2)} of bare (wanted ${target}); ${row.api.rate.toFixed(0)}/s against ${row.bare.rate.toFixed(0)}/s; ${row.api.median.toFixed(2)} ms against ${row.bare.median.toFixed(2)} ms; CPU ${row.api.cpu.toFixed(2)} against ${row.bare.cpu.toFixed(2)} ms`,
  )
  return row
}

async function bench(databaseUrl: string, orders: number): Promise<Size> {
  tell(`\n${orders} orders`)
  const world = await openWorld(databaseUrl, orders, tell)
  try {
    // First, while both programs are fresh: their memory is part of what is measured.
    const exports: ExportRow[] = []
    for (const format of ['csv', 'xlsx'] as const)
      if (isWanted(`export ${format}`)) {
        const found = { format, target: format === 'csv' ? 0.4 : 0.6, ...(await exportDuel(world, format)) }
        exports.push(found)
        tell(`export ${format} ${JSON.stringify(found)}`)
      }
    const rows: Row[] = []
    for (const duel of [...readDuels(world), ...deepDuels(world), ...(await writeDuels(world))])
      if (isWanted(duel.name)) rows.push(await measure(world, duel))
    // Thousands of orders that wait to be confirmed come last: no list is read with them at its head.
    if (isWanted('confirm'))
      rows.push(
        await measure(world, await confirmDuel(world, WARM_CALLS + 600 * rounds * Number(options.seconds))),
      )
    return { orders, rows, exports }
  } finally {
    await world.stop()
  }
}

async function privateMariadb() {
  const mariadb = await startMariadb()
  const admin = await mysql.createConnection(await mariadb.createDatabase())
  // The tests' server is kept small; a million orders want to be in memory on both sides.
  await admin.query('SET GLOBAL innodb_buffer_pool_size = 2147483648')
  await admin.query('SET GLOBAL innodb_log_file_size = 536870912')
  await admin.end()
  return mariadb
}

async function benchApi(): Promise<void> {
  const mariadb = options.url ? null : await privateMariadb()
  try {
    const sizes: Size[] = []
    const urls = options.url?.split(',') ?? []
    for (const [at, orders] of options.orders.split(',').map(Number).entries())
      sizes.push(await bench(urls[at] ?? (await mariadb?.createDatabase()) ?? '', orders))
    await writeReport(sizes, { rounds, seconds: Number(options.seconds), write: options.write })
  } finally {
    await mariadb?.stop()
  }
}

if (wanted.length === 0 || wanted.some((part) => part !== 'printing')) await benchApi()
if (isWanted('printing')) {
  const sizes = { documents: Number(options.documents), printed: Number(options.printed) }
  writePrintReport(await benchPrinting(sizes, tell), options.write)
}
