import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureNodeVersion } from './ensure/nodeVersion.mjs'
import { readLock } from './ensure/lock.mjs'
import { ensurePackages } from './ensure/packages.mjs'
import { runTool } from './ensure/tool.mjs'
import { lockFaults } from './lockFaults.mjs'
import { runMain, secondsSince } from './say.mjs'

/** @typedef {{ code: number, output: string }} Outcome */

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const sources = ['admin', 'api', 'print-server', 'seed', 'test', 'bench', 'scripts'].filter((folder) =>
  existsSync(folder),
)

/** @type {[string, () => Outcome | Promise<Outcome>][]} */
const steps = [
  ['types of the servers', () => tool('typescript/bin/tsc', '-p', 'tsconfig.json')],
  ['types of the console', () => tool('typescript/bin/tsc', '-p', 'admin')],
  ['lint', () => tool('oxlint/bin/oxlint', '--type-aware', ...sources)],
  ['format', () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  ['direction of dependencies', () => tool('dependency-cruiser/bin/dependency-cruise.mjs', ...sources)],
  ['dead code', () => tool('knip/bin/knip.js', '--no-progress')],
  ['lock file', checkLock],
]

await runMain(check)

/** `npm run check`: everything that can be wrong, all of it told; with --no-tests all but the tests. */
async function check() {
  ensureNodeVersion()
  await ensurePackages()
  const outcomes = []
  for (const [name, run] of steps) outcomes.push(await report(name, run))
  if (outcomes.includes(false)) process.exitCode = 1
  if (!process.argv.includes('--no-tests')) await runTests()
}

/** @param {string} name @param {() => Outcome | Promise<Outcome>} run */
async function report(name, run) {
  const begun = Date.now()
  const { code, output } = await run()
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${secondsSince(begun)})`)
  if (code !== 0) console.log(output)
  return code === 0
}

/** @param {string} bin below node_modules @param {string[]} args */
function tool(bin, ...args) {
  return runTool(process.execPath, [`node_modules/${bin}`, ...args])
}

function checkLock() {
  const lock = readLock('package-lock.json')
  const faults = lock ? lockFaults(lock) : ['package-lock.json is missing or broken.']
  return { code: faults.length > 0 ? 1 : 0, output: faults.join('\n') }
}

/** @returns {Promise<void>} */
function runTests() {
  return new Promise((resolve) => {
    spawn(process.execPath, ['scripts/test.mjs'], { stdio: 'inherit' }).once('close', (code) => {
      if (code !== 0) process.exitCode = 1
      resolve()
    })
  })
}
