import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from '../run/command.mjs'

/** @typedef {import('../environment.mjs').Environment} Environment */

/**
 * The key with which the print server signs in: the given one, the kept one, or a new one when the API
 * does not know the kept one (the database was replaced under it). The API must be up.
 * @param {Environment} environment @param {Record<string, string | undefined>} env
 */
export async function ensurePrintServerToken(environment, env) {
  if (environment.printServerToken) return environment.printServerToken
  const file = path.join(environment.dataDir, 'print-server-token')
  const kept = readToken(file)
  if (kept && (await isKnown(kept, environment.apiUrl))) return kept
  const minted = (await runCommand('api/commands/mintPrintServerKey.ts', env)).stdout.trim()
  writeFileSync(file, `${minted}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return minted
}

/** @param {string} file */
function readToken(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** @param {string} token @param {string} apiUrl */
async function isKnown(token, apiUrl) {
  // A PDF that cannot exist: reading it changes nothing, and only an unknown key is answered 401.
  const response = await fetch(`${apiUrl}/api/print-server/v1/pdf/${'0'.repeat(64)}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  await response.arrayBuffer()
  return response.status !== 401
}
