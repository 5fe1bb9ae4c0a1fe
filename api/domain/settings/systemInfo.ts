import { readFileSync } from 'node:fs'
import type { Database } from '../../db/database.js'
import { asObject } from '../../engine/shapes.js'
import { auditHead } from '../audit/auditHead.js'
import { printServersSeen } from '../printing/protocol/printServersSeen.js'
import type { ShownVariable } from './shownEnvironment.js'

const ofPackage: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
const version = String(asObject(ofPackage).version)

/** How this installation stands; nothing in it is secret. */
export async function systemInfo(db: Database, environment: readonly ShownVariable[]) {
  const [database, [lastBackup], head, printServers, [migration]] = await Promise.all([
    databaseFacts(db),
    db.select('SELECT id, status, createdAt FROM backup_runs ORDER BY id DESC LIMIT 1'),
    auditHead(db),
    printServersSeen(db),
    db.select('SELECT name FROM migrations ORDER BY name DESC LIMIT 1'),
  ])
  return {
    versions: { slipway: version, node: process.version.slice(1), migration: migration?.name ?? null },
    database,
    lastBackup: lastBackup
      ? { id: Number(lastBackup.id), status: lastBackup.status, at: lastBackup.createdAt }
      : null,
    auditHead: head,
    printServers,
    environment,
  }
}

async function databaseFacts(db: Database) {
  if (db.dialect === 'sqlite') {
    const [[one], [pages], [size]] = await Promise.all([
      db.select('SELECT sqlite_version() AS version'),
      db.select('PRAGMA page_count'),
      db.select('PRAGMA page_size'),
    ])
    return {
      kind: 'SQLite',
      version: String(one?.version),
      bytes: Number(pages?.page_count) * Number(size?.page_size),
    }
  }
  const [[one], [size]] = await Promise.all([
    db.select('SELECT VERSION() AS version'),
    db.select(
      'SELECT SUM(DATA_LENGTH + INDEX_LENGTH) AS bytes FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
    ),
  ])
  const told = String(one?.version)
  return {
    kind: /mariadb/i.test(told) ? 'MariaDB' : 'MySQL',
    version: told.split('-')[0] ?? told,
    bytes: Number(size?.bytes ?? 0),
  }
}
