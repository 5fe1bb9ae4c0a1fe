import type { Row } from './database.js'
import type { Value } from './driver.js'

type TellRows = (error: Error | null, rows: Row[]) => void
/** The driver tells its result as `this`. */
type TellChange = (this: { changes: number; lastID: number }, error: Error | null) => void

export interface SqliteStatement {
  all(values: readonly Value[], done: TellRows): unknown
  run(values: readonly Value[], done: TellChange): unknown
  finalize(): unknown
}

export interface SqliteConnection {
  prepare(sql: string, done: (error: Error | null) => void): SqliteStatement
  all(sql: string, done: TellRows): unknown
  run(sql: string, done: TellChange): unknown
  close(done?: (error: Error | null) => void): unknown
}

interface Kept {
  statement: SqliteStatement
  ready: Promise<SqliteStatement>
}

/** So many that all of what a busy hour asks stays prepared: some kilobytes each. */
const MOST_KEPT = 200
/** What is longer is a list of many values, and hardly ever asked in the same words again. */
const LONGEST = 4000
const MOST_VALUES = 100

const statements = new WeakMap<SqliteConnection, Map<string, Kept>>()

/** Whether that statement can wait prepared for its values. The driver binds larger whole numbers as fractions. */
export const canStayPrepared = (sql: string, values: readonly Value[]): boolean =>
  sql.length <= LONGEST &&
  values.length <= MOST_VALUES &&
  values.every((value) => typeof value !== 'number' || (value | 0) === value)

/**
 * The prepared statement of these words. Preparing one costs three times as much as running it, and each is a way to
 * another thread and back.
 */
export function preparedOn(connection: SqliteConnection, sql: string): Promise<SqliteStatement> {
  const kept = keptBy(connection)
  const known = kept.get(sql)
  // What was asked last stands last: the first is the one to give up.
  kept.delete(sql)
  const one = known ?? prepare(connection, sql, kept)
  kept.set(sql, one)
  const [oldest] = kept
  if (kept.size > MOST_KEPT && oldest) giveUp(kept, ...oldest)
  return one.ready
}

/** After those who wait for it have asked it. */
function giveUp(kept: Map<string, Kept>, sql: string, { statement, ready }: Kept): void {
  kept.delete(sql)
  ready.then(
    () => statement.finalize(),
    () => undefined,
  )
}

function prepare(connection: SqliteConnection, sql: string, kept: Map<string, Kept>): Kept {
  let settle: (error: Error | null) => void = () => undefined
  const prepared = new Promise<void>((resolve, reject) => {
    settle = (error) => (error ? reject(error) : resolve())
  })
  const statement = connection.prepare(sql, (error) => {
    if (error) kept.delete(sql)
    settle(error)
  })
  return { statement, ready: prepared.then(() => statement) }
}

function keptBy(connection: SqliteConnection): Map<string, Kept> {
  const known = statements.get(connection)
  if (known) return known
  const kept = new Map<string, Kept>()
  statements.set(connection, kept)
  // SQLite does not close a connection that has prepared statements; Sequelize closes it and knows nothing of ours.
  const close = connection.close.bind(connection)
  connection.close = (done) => {
    for (const { statement } of kept.values()) statement.finalize()
    kept.clear()
    return close(done)
  }
  return kept
}
