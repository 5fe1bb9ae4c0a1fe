import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import * as sqliteDriver from '@appthreat/sqlite3'
import { Sequelize, type Transaction } from 'sequelize'
import type { Dialect } from './dialect.js'
import { run, runOn, type Value } from './driver.js'
import { isDeadlock } from './errors.js'
import { secretBox, type SecretBox } from './secretBox.js'
import { transact, type Way } from './transact.js'

export type Tx = Transaction
export type Row = Record<string, unknown>
type Values = readonly Value[]

/** A transaction that loses a deadlock is run again, whole, until this much time has passed. */
const RETRY_MS = 15_000

export interface Database {
  readonly sequelize: Sequelize
  readonly dialect: Dialect
  /** INSERT … RETURNING is understood: by SQLite and MariaDB, not by MySQL. */
  readonly canReturn: boolean
  /** Seals what its rows keep secret; null where the program was given no `SECRET_KEY`. */
  readonly secrets: SecretBox | null
  /** Runs `work` in one transaction; repeats it whole after a deadlock, so `work` must have no outside effect. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Reads inside see one moment of the database, whatever commits meanwhile. Holds up no writer; writes nothing. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  select<R extends Row = Row>(sql: string, values?: Values, tx?: Tx): Promise<R[]>
  /** Runs an INSERT, UPDATE, DELETE or DDL and answers the number of changed rows. */
  execute(sql: string, values?: Values, tx?: Tx): Promise<number>
  close(): Promise<void>
}

/** How a transaction begins. The moment of a reading one is that of its first read. */
const ways: Record<Dialect, { writing: Way; reading: Way }> = {
  sqlite: {
    // Only one writes at a time, so one connection is enough; opening one costs more than most writes.
    writing: { begin: ['BEGIN IMMEDIATE'], kept: 'writer' },
    reading: { begin: ['BEGIN DEFERRED'] },
  },
  mysql: {
    writing: { begin: ['START TRANSACTION'] },
    reading: { begin: ['SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', 'START TRANSACTION'] },
  },
}

/** Opens `sqlite:/path` or `mysql://user:pass@host:port/name`. Nothing is created but an empty SQLite file. */
export async function openDatabase(url: string, secretKey?: string): Promise<Database> {
  const dialect: Dialect = url.startsWith('sqlite:') ? 'sqlite' : 'mysql'
  const sequelize = dialect === 'sqlite' ? openSqlite(url.slice('sqlite:'.length)) : openMysql(url)
  try {
    await sequelize.authenticate()
    if (dialect === 'sqlite') await sequelize.query('PRAGMA journal_mode=WAL')
  } catch (error) {
    await sequelize.close().catch(() => undefined)
    throw error
  }
  const canReturn = dialect === 'sqlite' || (await isMariadb(sequelize))
  const { inTurn, atOnceOrInTurn } = dialect === 'sqlite' ? takingTurns() : noTurns
  const { writing, reading } = ways[dialect]

  return {
    sequelize,
    dialect,
    canReturn,
    secrets: secretKey === undefined ? null : secretBox(secretKey),
    transaction: (work) => inTurn(() => withRetry(() => transact(sequelize, writing, work))),
    snapshot: (work) => transact(sequelize, reading, work),
    select: async <R extends Row>(sql: string, values?: Values, tx?: Tx) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller says what its SELECT answers
      (await run(sequelize, sql, values, tx)).rows as R[],
    execute: async (sql, values, tx) => {
      const statement = () => run(sequelize, sql, values, tx)
      return (await (tx ? statement() : atOnceOrInTurn(statement))).changed
    },
    close: () => sequelize.close(),
  }
}

function openSqlite(storage: string): Sequelize {
  // The driver's types do not declare the default export that it has.
  const dialectModule: unknown = 'default' in sqliteDriver ? sqliteDriver.default : sqliteDriver
  if (typeof dialectModule !== 'object' || dialectModule === null)
    throw new Error('The SQLite driver did not load.')
  return new Sequelize({
    dialect: 'sqlite',
    dialectModule,
    storage,
    logging: false,
    retry: { match: [/SQLITE_BUSY/], max: 20 },
  })
}

function openMysql(url: string): Sequelize {
  const sequelize = new Sequelize(url.replace(/^mariadb:/, 'mysql:'), {
    dialect: 'mysql',
    logging: false,
    timezone: '+00:00',
    // The driver's own reading of values: no column here needs Sequelize's, which looks at each value by itself.
    dialectOptions: { supportBigNumbers: true, typeCast: true, charset: 'utf8mb4', connectTimeout: 10_000 },
    define: { charset: 'utf8mb4', collate: 'utf8mb4_unicode_520_ci' },
    pool: { max: 20, min: 0, acquire: 30_000, idle: 30_000 },
  })
  // Once per connection; as an option of Sequelize it would be a statement before every transaction.
  sequelize.addHook('afterConnect', async (connection: unknown) => {
    await runOn(connection, 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
  })
  return sequelize
}

async function isMariadb(sequelize: Sequelize): Promise<boolean> {
  const { rows } = await run(sequelize, 'SELECT VERSION() AS version')
  return String(rows[0]?.version).includes('MariaDB')
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Where the database itself lets writers wait for each other. */
const noTurns: { inTurn: InTurn; atOnceOrInTurn: InTurn } = {
  inTurn: (work) => work(),
  atOnceOrInTurn: (work) => work(),
}

/**
 * SQLite has one writer. Its busy handler blocks the thread pool that the lock holder needs to commit, so
 * transactions and single writes queue here instead. A nested transaction would wait for itself for ever: refuse it
 * at once.
 */
function takingTurns(): typeof noTurns {
  const inside = new AsyncLocalStorage<true>()
  let tail: Promise<unknown> = Promise.resolve()
  const inTurn: InTurn = (work) => {
    if (inside.getStore()) throw new Error('A transaction was opened inside another one; pass tx instead.')
    const turn = tail.then(() => inside.run(true, work))
    tail = turn.catch(() => undefined)
    return turn
  }
  return { inTurn, atOnceOrInTurn: (work) => (inside.getStore() ? work() : inTurn(work)) }
}

async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + RETRY_MS
  for (let tries = 0; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isDeadlock(error) || Date.now() > until) throw error
      await sleep(Math.random() * Math.min(10 * 2 ** tries, 500))
    }
  }
}
