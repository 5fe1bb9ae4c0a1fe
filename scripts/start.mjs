import { fileURLToPath } from 'node:url'
import { ensureApiCode } from './ensure/apiCode.mjs'
import { ensureChromium } from './ensure/chromium.mjs'
import { ensureConsoleBundle } from './ensure/consoleBundle.mjs'
import { ensureDatabase, ensureDatabaseReady } from './ensure/database.mjs'
import { ensureDataFolder } from './ensure/dataFolder.mjs'
import { ensureDatabaseReachable } from './ensure/databaseReachable.mjs'
import { ensureFontFiles } from './ensure/fontFiles.mjs'
import { ensureNodeVersion } from './ensure/nodeVersion.mjs'
import { ensurePackages } from './ensure/packages.mjs'
import { ensurePortsFree } from './ensure/portsFree.mjs'
import { ensurePrintServerToken } from './ensure/printServerToken.mjs'
import { programEnvironment, readEnvironment } from './environment.mjs'
import { programs } from './run/programs.mjs'
import { stopOnSignal } from './run/stopOnSignal.mjs'
import { supervise } from './run/supervise.mjs'
import { welcome } from './run/welcome.mjs'
import { Refusal, runMain, say, secondsSince, step } from './say.mjs'

/** @typedef {import('./environment.mjs').Environment} Environment */

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await runMain(start)

/** `npm start`, and `npm run dev` with --dev: from whatever is there to a running house. */
async function start() {
  const begun = Date.now()
  const isDev = process.argv.includes('--dev')
  ensureNodeVersion()
  const environment = checkedEnvironment()
  const house = stopOnSignal()
  try {
    const env = await prepare(environment, isDev)
    await startPrograms(environment, env, isDev, house)
    console.log(welcome(environment, secondsSince(begun), isDev))
  } catch (error) {
    await house.stop()
    throw error
  }
}

function checkedEnvironment() {
  const { environment, faults } = readEnvironment(process.env)
  if (faults.length > 0)
    throw new Refusal({
      zh: faults.map((fault) => fault.zh).join('\n'),
      en: faults.map((fault) => fault.en).join('\n'),
    })
  const isOpen = !['127.0.0.1', '::1', 'localhost'].includes(environment.host)
  if (environment.demo && isOpen)
    say({
      zh: '注意：演示账号的密码是公开的，而 HOST 允许其他机器访问；正式使用请设 DEMO=0。',
      en: 'Mind: the demo password is public and HOST lets other machines in; use DEMO=0 for real work.',
    })
  return environment
}

/**
 * All that must be there before the first program starts, the quick refusals first.
 * @param {Environment} environment @param {boolean} isDev
 */
async function prepare(environment, isDev) {
  ensureDataFolder(environment.dataDir)
  await ensurePortsFree([
    { variable: 'PORT', host: environment.host, port: environment.port },
    { variable: 'PRINT_SERVER_PORT', host: environment.host, port: environment.printServerPort },
    ...(environment.demo
      ? [{ variable: 'VIRTUAL_PRINTER_PORT', host: '127.0.0.1', port: environment.virtualPrinterPort }]
      : []),
  ])
  await ensureDatabaseReachable(environment.databaseUrl)
  await ensurePackages()
  const chromium = await ensureChromium()
  await ensureFontFiles()
  if (!isDev) await ensureConsoleBundle()
  const env = { ...programEnvironment(environment, process.env), PUPPETEER_EXECUTABLE_PATH: chromium }
  await ensureDatabase(environment, env)
  return env
}

/**
 * @param {Environment} environment @param {Record<string, string | undefined>} env @param {boolean} isDev
 * @param {ReturnType<typeof stopOnSignal>} house
 */
async function startPrograms(environment, env, isDev, house) {
  const apiCode = isDev ? null : await ensureApiCode()
  const { api, printServer, virtualPrinter, consoleDevServer } = programs(environment, env, apiCode)
  await step({ zh: '启动各程序', en: 'starting the programs' }, async () => {
    await superviseTogether([api, ...(environment.demo ? [virtualPrinter] : [])], house)
    await ensureDatabaseReady(environment, env)
    const token = await ensurePrintServerToken(environment, env)
    const withToken = { ...printServer, env: { ...env, PRINT_SERVER_TOKEN: token } }
    await superviseTogether([withToken, ...(isDev ? [consoleDevServer] : [])], house)
  })
}

/**
 * Those that came up are in the house, and so are stopped, even when another one did not.
 * @param {import('./run/supervise.mjs').Program[]} some @param {ReturnType<typeof stopOnSignal>} house
 */
async function superviseTogether(some, house) {
  const outcomes = await Promise.allSettled(some.map((program) => supervise(program)))
  for (const outcome of outcomes) if (outcome.status === 'fulfilled') house.add(outcome.value)
  const failure = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failure) throw failure.reason
}
