import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Locked one package of a lock file, keyed by its folder
 * @property {string} [version]
 * @property {boolean} [link] a workspace
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {string} [resolved]
 * @property {Record<string, string>} [optionalDependencies]
 */
/** @typedef {{ packages: Record<string, Locked> }} Lock */

/** @param {string} file @returns {Lock | undefined} undefined when it is missing or broken */
export function readLock(file) {
  try {
    /** @type {unknown} */
    const lock = JSON.parse(readFileSync(file, 'utf8'))
    return isLock(lock) ? lock : undefined
  } catch {
    return undefined
  }
}

/** @param {unknown} value @returns {value is Lock} */
function isLock(value) {
  return typeof value === 'object' && value !== null && 'packages' in value
}
