import { openDatabase } from '../../api/db/database.js'
import { declarations } from '../../api/domain/index.js'
import { startImportWorker } from '../../api/domain/imports/importWorker.js'
import { catalogOf } from '../../api/engine/catalog.js'

/** A process that works on imports, quicker to look for them than the API of the test, until it is killed. */
const [databaseUrl = ''] = process.argv.slice(2)
const db = await openDatabase(databaseUrl)
const log = { warn: (fault: { err: unknown }) => process.stderr.write(`${String(fault.err)}\n`) }
startImportWorker({ db, catalog: catalogOf(declarations, db.sequelize), committed: () => undefined, log }, 5)
setInterval(() => undefined, 1000)
