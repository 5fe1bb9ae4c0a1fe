import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const made = new Set(['node_modules', 'dist'])

/**
 * One hash over files and folders, by name and content; what is installed or built inside them does not count.
 * @param {string[]} sources
 */
export function hashOf(sources) {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesUnder(source)) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

/** @param {string} source @returns {string[]} */
function filesUnder(source) {
  const folder = readdirOf(source)
  if (!folder) return [source]
  return folder
    .filter((entry) => !made.has(entry.name) && !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(source, entry.name)
      return entry.isDirectory() ? filesUnder(file) : [file]
    })
}

/** @param {string} source */
function readdirOf(source) {
  try {
    return readdirSync(source, { withFileTypes: true })
  } catch {
    return undefined
  }
}

/** @param {string} file */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** @param {string} file @param {string} hash */
export function writeStamp(file, hash) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, hash)
}
