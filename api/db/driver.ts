import { setTimeout as sleep } from 'node:timers/promises'
import type { Sequelize } from 'sequelize'
import type { Row, Tx } from './database.js'
import { canStayPrepared, preparedOn, type SqliteConnection } from './sqliteStatements.js'

export type Value = string | number | boolean | null | Buffer

/** What a statement answered: rows of a SELECT, or how many rows it changed and the id of the one that it made. */
export interface Done {
  rows: Row[]
  changed: number
  insertId: number
}

interface MysqlConnection {
  query(sql: string, done: (error: Error | null, result: unknown) => void): unknown
}

type Connection = object & { uuid?: string }

/**
 * Runs one statement on the driver's own connection, in Sequelize's pool and transactions. What Sequelize does around
 * a query costs more than most of our queries. For MariaDB values are written into the text, since prepared statements
 * made counts slower under load; for SQLite they are bound, and the statement stays prepared. Errors are the driver's.
 */
export async function run(
  sequelize: Sequelize,
  sql: string,
  values: readonly Value[] = [],
  tx?: Tx | null,
): Promise<Done> {
  if (tx && Reflect.get(tx, 'finished')) throw new Error('This transaction is over.')
  const own: unknown = tx ? Reflect.get(tx, 'connection') : null
  const parts = values.length > 0 ? sql.split('?') : [sql]
  if (parts.length !== values.length + 1)
    throw new Error(`${parts.length - 1} values are wanted, ${values.length} were given: ${sql}`)
  const on = (one: unknown) => {
    if (isSqlite(one) && canStayPrepared(sql, values)) return bound(one, sql, values)
    const text = written(sequelize, parts, values)
    return isSqlite(one) ? whenFree(() => once(one, text)) : onMysql(one, text)
  }
  if (own) return on(own)
  const { connectionManager } = sequelize
  const connection: Connection = await connectionManager.getConnection({ type: 'write' })
  try {
    return await on(connection)
  } finally {
    connectionManager.releaseConnection(connection)
  }
}

/** A statement with its values between its parts. */
function written(sequelize: Sequelize, parts: readonly string[], values: readonly Value[]): string {
  let text = parts[0] ?? ''
  for (let at = 0; at < values.length; at++)
    text += literal(sequelize, values[at] ?? null) + (parts[at + 1] ?? '')
  return text
}

/** A statement ends for SQLite where a NUL stands in it; no text needs one. */
const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text)

// eslint-disable-next-line no-control-regex -- these very characters are what has to be escaped
const SPECIAL = /[\0\n\r\b\t\\'"\x1a]/

function literal(sequelize: Sequelize, value: Value): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  // Most texts hold nothing that a literal minds, and finding that out is quicker than escaping.
  if (typeof value === 'string' && !SPECIAL.test(value)) return `'${value}'`
  const safe = typeof value === 'string' ? withoutNul(value) : value
  // Its types know no Buffer, it does.
  // oxlint-disable-next-line typescript/unbound-method -- it is applied to its own object
  const escaped: unknown = Reflect.apply(sequelize.escape, sequelize, [safe])
  return String(escaped)
}

/** Runs a finished statement on that connection of the pool. */
export const runOn = (connection: unknown, sql: string): Promise<Done> =>
  isSqlite(connection) ? bound(connection, sql, []) : onMysql(connection, sql)

function onMysql(connection: unknown, sql: string): Promise<Done> {
  return new Promise((resolve, reject) => {
    if (!isMysql(connection))
      throw new Error('The database driver has changed: its connection has no query().')
    connection.query(sql, (error, result) => {
      if (error) reject(withoutStatement(error))
      // oxlint-disable-next-line typescript/no-unsafe-assignment -- a list is what a SELECT answers: rows
      else if (Array.isArray(result)) resolve({ rows: result, changed: 0, insertId: 0 })
      else resolve({ rows: [], ...header(result) })
    })
  })
}

/** The driver hangs the statement on its error, customers' data included; errors are logged. */
function withoutStatement(error: Error): Error {
  Reflect.deleteProperty(error, 'sql')
  return error
}

const header = (result: unknown) =>
  typeof result === 'object' && result !== null && 'affectedRows' in result && 'insertId' in result
    ? { changed: Number(result.affectedRows), insertId: Number(result.insertId) }
    : { changed: 0, insertId: 0 }

/** A statement that answers rows. No text of a value ends it like the second. */
const READS = /^\s*(SELECT|WITH|PRAGMA|EXPLAIN)\b|\) RETURNING [\w`, ]+$/i
const BUSY_TRIES = 20

/** Another process may be writing: that is waited for. */
async function whenFree(work: () => Promise<Done>): Promise<Done> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const isBusy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
      if (!isBusy || tries === BUSY_TRIES) throw error
      await sleep(20 * tries)
    }
  }
}

const bound = (connection: SqliteConnection, sql: string, values: readonly Value[]): Promise<Done> =>
  whenFree(async () => {
    const statement = await preparedOn(connection, sql)
    return new Promise((resolve, reject) => {
      const plain = values.map((value) => (typeof value === 'string' ? withoutNul(value) : value))
      if (READS.test(sql)) statement.all(plain, answered(resolve, reject))
      else statement.run(plain, changed(resolve, reject))
    })
  })

function once(connection: SqliteConnection, sql: string): Promise<Done> {
  return new Promise((resolve, reject) => {
    if (READS.test(sql)) connection.all(sql, answered(resolve, reject))
    else connection.run(sql, changed(resolve, reject))
  })
}

type Settle = [resolve: (done: Done) => void, reject: (error: Error) => void]

const answered =
  (...[resolve, reject]: Settle) =>
  (error: Error | null, rows: Row[]) =>
    error ? reject(error) : resolve({ rows, changed: 0, insertId: 0 })

/** The driver tells its result as `this`. */
const changed = (...[resolve, reject]: Settle) =>
  function done(this: { changes: number; lastID: number }, error: Error | null) {
    if (error) reject(error)
    else resolve({ rows: [], changed: this.changes, insertId: this.lastID })
  }

const isSqlite = (connection: unknown): connection is SqliteConnection =>
  typeof connection === 'object' && connection !== null && 'all' in connection && 'run' in connection

const isMysql = (connection: unknown): connection is MysqlConnection =>
  typeof connection === 'object' && connection !== null && 'query' in connection
