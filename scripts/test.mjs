import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureChromium, missingChromium } from './ensure/chromium.mjs'
import { ensureConsoleBundle } from './ensure/consoleBundle.mjs'
import { ensureFontFiles } from './ensure/fontFiles.mjs'
import { ensureNodeVersion } from './ensure/nodeVersion.mjs'
import { ensurePackages } from './ensure/packages.mjs'
import { ensureTestTools } from './ensure/testTools.mjs'
import { isJestResults, totalsLine } from './totals.mjs'
import { Refusal, runMain } from './say.mjs'

const resultsFile = '.cache/test-results.json'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await runMain(test)

/** `npm test`: brings what the tests need, runs them all (or those that jest's arguments name), ends with the totals. */
async function test() {
  ensureNodeVersion()
  await ensurePackages()
  await ensureTestTools()
  const chromium = await ensureChromium()
  if (!chromium) throw new Refusal(missingChromium)
  await ensureFontFiles()
  await ensureConsoleBundle()
  mkdirSync('.cache', { recursive: true })
  rmSync(resultsFile, { force: true })
  process.exitCode = await jest(chromium)
  console.log(totalsLine(readResults()))
}

/** @param {string} chromium @returns {Promise<number>} the exit code */
function jest(chromium) {
  const args = ['--json', `--outputFile=${resultsFile}`, ...process.argv.slice(2)]
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
      stdio: 'inherit',
      env: { ...process.env, NODE_OPTIONS: nodeOptions.trim(), PUPPETEER_EXECUTABLE_PATH: chromium },
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
}

function readResults() {
  try {
    /** @type {unknown} */
    const results = JSON.parse(readFileSync(resultsFile, 'utf8'))
    if (isJestResults(results)) return results
  } catch {
    // Jest ended before it could write: told below.
  }
  throw new Refusal({ zh: '测试中断，没有结果。', en: 'The test run broke off without a result.' })
}
