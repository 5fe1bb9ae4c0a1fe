import { readFileSync } from 'node:fs'
import { get as request } from 'node:http'
import type { Target } from './load.js'
import type { World } from './world.js'

export interface ExportRun {
  rowsPerSecond: number
  /** Highest resident memory of the program while it ran, MB. */
  peakMb: number
  mbWritten: number
}

/** Exports every order once from each side. */
export async function exportDuel(
  world: World,
  format: 'csv' | 'xlsx',
): Promise<{ api: ExportRun; bare: ExportRun }> {
  const { as, bare, pids } = world
  return {
    api: await download(world, as.clerk, `/api/orders/export?format=${format}&sort=["id","ASC"]`, pids.api),
    bare: await download(world, bare, `/${format}`, pids.bare),
  }
}

async function download(
  { db }: World,
  { port, headers }: Target,
  path: string,
  pid: number,
): Promise<ExportRun> {
  const [count] = await db.select('SELECT COUNT(*) AS n FROM orders')
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, residentMb(pid))), 100)
  const begun = performance.now()
  try {
    const bytes = await drain(port, path, headers)
    const seconds = (performance.now() - begun) / 1000
    return {
      rowsPerSecond: Number(count?.n) / seconds,
      peakMb: Math.round(peak),
      mbWritten: Math.round(bytes / 1e6),
    }
  } finally {
    clearInterval(watch)
  }
}

function drain(port: number, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: encodeURI(path), headers }, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => (bytes += part.length))
      response.once('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path}: ${response.statusCode}`)),
      )
      response.once('error', reject)
    })
    asked.once('error', reject)
  })
}

const PAGE = 4096
const residentMb = (pid: number): number =>
  (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE) / 1e6
