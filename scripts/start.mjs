import { fileURLToPath } from 'node:url'
import { ensureChromium } from './ensure/chromium.mjs'
import { ensureConsoleBundle } from './ensure/consoleBundle.mjs'
import { ensureDataFolder } from './ensure/dataFolder.mjs'
import { ensureDatabaseReachable } from './ensure/databaseReachable.mjs'
import { ensureFontFiles } from './ensure/fontFiles.mjs'
import { ensureNodeVersion } from './ensure/nodeVersion.mjs'
import { ensurePackages } from './ensure/packages.mjs'
import { ensurePortsFree } from './ensure/portsFree.mjs'
import { ensurePrintServerToken } from './ensure/printServerToken.mjs'
import { programEnvironment, readEnvironment } from './environment.mjs'
import { runCommand } from './run/command.mjs'
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
  await step({ zh: '检查数据库', en: 'bringing the database up to date' }, () =>
    runCommand('api/commands/migrate.ts', env),
  )
  if (environment.demo)
    await step({ zh: '检查演示数据', en: 'seeing to the demo data' }, () => runCommand('seed/seed.ts', env))
  return env
}

/**
 * @param {Environment} environment @param {Record<string, string | undefined>} env @param {boolean} isDev
 * @param {ReturnType<typeof stopOnSignal>} house
 */
async function startPrograms(environment, env, isDev, house) {
  const { api, printServer, virtualPrinter, consoleDevServer } = programs(environment, env, isDev)
  await step({ zh: '启动各程序', en: 'starting the programs' }, async () => {
    house.add(await supervise(api))
    if (environment.demo) house.add(await supervise(virtualPrinter))
    const token = await ensurePrintServerToken(environment, env)
    house.add(await supervise({ ...printServer, env: { ...env, PRINT_SERVER_TOKEN: token } }))
    if (isDev) house.add(await supervise(consoleDevServer))
  })
}
