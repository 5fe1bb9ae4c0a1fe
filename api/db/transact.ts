import { Transaction, type Sequelize } from 'sequelize'
import type { Tx } from './database.js'
import { runOn } from './driver.js'

export interface Way {
  /** What begins the transaction. */
  begin: readonly string[]
  /** SQLite only: the connection of this name stays open for the next transaction. */
  kept?: string
}

/**
 * Runs `work` in a transaction of Sequelize's that the driver itself begins and ends: what Sequelize does around those
 * two statements costs more than most of our transactions do. A connection that cannot be rolled back is given up.
 */
export async function transact<T>(
  sequelize: Sequelize,
  { begin, kept }: Way,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const tx = new Transaction(sequelize, {})
  const uuid = kept ?? String(Reflect.get(tx, 'id'))
  // Its types do not know the name that SQLite's connections go by.
  const asked = { type: 'write' as const, uuid }
  const connection = await sequelize.connectionManager.getConnection(asked)
  Reflect.set(tx, 'connection', connection)
  let isClean = false
  try {
    for (const statement of begin) await runOn(connection, statement)
    const result = await work(tx)
    await runOn(connection, 'COMMIT')
    isClean = true
    return result
  } catch (error) {
    isClean = await rolledBack(connection)
    throw error
  } finally {
    // Whatever still holds the transaction is told so, and does not write into the next one of this connection.
    Reflect.set(tx, 'finished', 'commit')
    await letGo(sequelize, connection, { uuid, isClean, kept })
  }
}

const rolledBack = (connection: object): Promise<boolean> =>
  runOn(connection, 'ROLLBACK').then(
    () => true,
    () => false,
  )

async function letGo(
  sequelize: Sequelize,
  connection: object,
  { uuid, isClean, kept }: { uuid: string; isClean: boolean; kept: string | undefined },
): Promise<void> {
  const { connectionManager } = sequelize
  if (sequelize.getDialect() === 'mysql') {
    if (isClean) connectionManager.releaseConnection(connection)
    else await connectionManager.destroyConnection(connection)
  } else if (!isClean || kept === undefined) {
    // It closes the one of that name.
    Reflect.set(connection, 'uuid', uuid)
    connectionManager.releaseConnection(connection)
  }
}
