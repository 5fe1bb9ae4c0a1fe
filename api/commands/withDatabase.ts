import { bootSentence } from '../bootSentence.js'
import { ConfigError, readConfig, type Config } from '../config.js'
import { openDatabase, type Database } from '../db/database.js'
import { declarations } from '../domain/index.js'
import type { Principal } from '../engine/access.js'
import { catalogOf, type Catalog } from '../engine/catalog.js'

/** The person at the terminal. */
export const operator: Principal = {
  kind: 'system',
  id: null,
  username: 'command',
  name: 'command',
  roles: [],
}

export interface CommandContext {
  db: Database
  catalog: Catalog
  config: Config
}

/** Runs a command with the configured database; its answer is the exit code, a fault becomes one sentence. */
export async function withDatabase(work: (context: CommandContext) => Promise<number | void>): Promise<void> {
  let db: Database | undefined
  try {
    const config = readConfig()
    db = await openDatabase(config.databaseUrl, config.secretKey)
    const code = await work({ db, catalog: catalogOf(declarations, db.sequelize), config })
    process.exitCode = code ?? 0
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : bootSentence(error)}\n`)
    process.exitCode = 1
  } finally {
    await db?.close()
  }
}
