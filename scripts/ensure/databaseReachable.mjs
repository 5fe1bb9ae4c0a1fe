import { connect } from 'node:net'
import { Refusal } from '../say.mjs'

const patienceMs = 5_000

/**
 * Refuses to go on when nobody answers where DATABASE_URL points; a wrong password is for the migration to say.
 * @param {string} databaseUrl
 */
export async function ensureDatabaseReachable(databaseUrl) {
  if (databaseUrl.startsWith('sqlite:')) return
  const { hostname, port } = new URL(databaseUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  const fault = await tryToConnect(host, Number(port || 3306))
  if (fault === undefined) return
  const place = `${hostname}:${port || 3306}`
  throw new Refusal({
    zh: `连不上数据库 ${place}（${fault}）；请确认数据库已启动，并核对 DATABASE_URL。`,
    en: `The database at ${place} cannot be reached (${fault}); see that it runs and check DATABASE_URL.`,
  })
}

/** @param {string} host @param {number} port @returns {Promise<string | undefined>} what went wrong */
function tryToConnect(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: patienceMs })
    /** @param {string | undefined} fault */
    const end = (fault) => {
      socket.destroy()
      resolve(fault)
    }
    socket.once('connect', () => end(undefined))
    socket.once('timeout', () => end('ETIMEDOUT'))
    socket.once('error', (error) => end('code' in error ? String(error.code) : error.message))
  })
}
