import { Refusal, step } from '../say.mjs'
import { readLock } from './lock.mjs'
import { runNpm } from './npm.mjs'
import { lastLines } from './tool.mjs'

/** @typedef {import('./lock.mjs').Lock} Lock */
/** @typedef {import('./lock.mjs').Locked} Locked */

/** Installs the npm packages unless exactly those of the lock file are there. An install that was cut off counts as none. */
export async function ensurePackages() {
  if (packagesAgree(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))) return
  await step(
    {
      zh: '安装 npm 依赖（首次约一到三分钟）',
      en: 'installing the npm packages (one to three minutes the first time)',
    },
    installPackages,
  )
}

async function installPackages() {
  const result = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (result.code === 0) return
  throw new Refusal(
    {
      zh: 'npm ci 失败（原因见上）；请检查网络和 npm 源，然后重试。',
      en: 'npm ci failed for the reason above; check the network and the npm registry, then try again.',
    },
    lastLines(result.output),
  )
}

/**
 * Whether what npm last installed is what the lock file asks for on this platform.
 * @param {Lock | undefined} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json, which npm writes when an install is complete
 */
export function packagesAgree(wanted, installed) {
  if (!wanted || !installed) return false
  const there = installed.packages
  return Object.entries(wanted.packages).every(([folder, locked]) => {
    if (!folder.includes('node_modules/') || locked.link) return true
    const found = there[folder]
    return found ? found.version === locked.version : mayBeAbsent(locked)
  })
}

/** @param {Locked} locked */
function mayBeAbsent({ optional, os, cpu, libc }) {
  if (!optional) return false
  const isForHere = os?.includes(process.platform) && cpu?.includes(process.arch) && libc === undefined
  return !isForHere
}
