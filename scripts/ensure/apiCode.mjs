import { cpSync, existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'

const folder = '.cache/run'
/** What the API reads beside its own code, found from there as from here. */
const beside = ['admin', 'templates', 'package.json']

/**
 * The engine tidies up after a quarter more than was in use, and not first after several times as much: a process that exports a
 * million rows stays under 140 MB, where it grew beyond 200.
 */
const thrift = ['--heap-growing-percent=25', '--max-semi-space-size=4']

/** How Node starts the API, here, in the image and by systemd. */
export const apiArguments = [...thrift, path.join(folder, 'api/server.js')]

/**
 * The API as plain JavaScript, file by file as its sources lie; answers how Node starts it. A program that reads
 * TypeScript by itself keeps a second thread for it, and with it sixty megabytes.
 */
export async function ensureApiCode() {
  const { build } = await import('esbuild')
  mkdirSync(folder, { recursive: true })
  for (const name of beside) {
    const link = path.join(folder, name)
    // In a folder that was copied or moved the links lead to the old one.
    if (existsSync(link) && realpathSync(link) === realpathSync(name)) continue
    rmSync(link, { force: true })
    symlinkSync(path.resolve(name), link)
  }
  await build({
    entryPoints: ['api/**/*.ts'],
    outbase: '.',
    outdir: folder,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
  cpSync('api', path.join(folder, 'api'), {
    recursive: true,
    filter: (source) => !/(\.ts|node_modules)$/.test(source),
  })
  return apiArguments
}
