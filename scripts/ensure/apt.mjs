import { existsSync } from 'node:fs'
import { findTool, runTool } from './tool.mjs'

let isListFresh = false

/** Whether this process may install Debian packages. */
export function canInstallByApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && findTool('apt-get') !== undefined
}

/**
 * Installs Debian packages; on failure once more after refreshing the package list.
 * @param {string[]} packages
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function installByApt(packages) {
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  const first = await apt(install)
  if (first.code === 0 || isListFresh) return first
  const update = await apt(['update'])
  isListFresh = update.code === 0
  return isListFresh ? apt(install) : update
}

/** @param {string[]} args */
function apt(args) {
  // Another apt may hold the lock (unattended upgrades do, after boot): wait for it.
  return runTool('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
