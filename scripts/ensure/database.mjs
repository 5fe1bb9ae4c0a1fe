import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from '../run/command.mjs'
import { step } from '../say.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {Record<string, string | undefined>} Env */

/**
 * Migrates, and loads the demo data into an empty database. Both are spared when this very SQLite file was prepared by
 * these very sources; of a database elsewhere only the commands themselves can tell.
 * @param {Environment} environment @param {Env} env what the commands are given
 */
export async function ensureDatabase(environment, env) {
  const stamp = stampOf(environment)
  if (stamp && stamp === readStamp(stampFile(environment))) return
  await prepare(environment, env)
}

/**
 * Prepares the database after all when the API says that it is not ready: another content was put into the same file.
 * @param {Environment} environment @param {Env} env
 */
export async function ensureDatabaseReady(environment, env) {
  const { ok } = await fetch(`${environment.apiUrl}/readyz`)
  if (!ok) await prepare(environment, env)
}

/** @param {Environment} environment @param {Env} env */
async function prepare(environment, env) {
  await step({ zh: '检查数据库', en: 'bringing the database up to date' }, () =>
    runCommand('api/commands/migrate.ts', env),
  )
  if (environment.demo)
    await step({ zh: '检查演示数据', en: 'seeing to the demo data' }, () => runCommand('seed/seed.ts', env))
  const stamp = stampOf(environment)
  if (stamp) writeStamp(stampFile(environment), stamp)
}

/** @param {Environment} environment */
function stampFile({ dataDir }) {
  return path.join(dataDir, 'prepared.stamp')
}

/** @param {Environment} environment @returns {string | undefined} undefined when it cannot be told from outside */
function stampOf({ databaseUrl, demo }) {
  if (!databaseUrl.startsWith('sqlite:')) return undefined
  const file = databaseUrl.slice('sqlite:'.length)
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) return undefined
  const identity = [file, stat.ino, stat.birthtimeMs, demo, hashOf(['api', 'templates', 'seed'])]
  return createHash('sha256').update(identity.join('\0')).digest('hex')
}
