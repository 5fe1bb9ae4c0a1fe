import { SequelizeStorage, Umzug } from 'umzug'
import type { Database, Tx } from './database.js'
import { isMissingTable } from './errors.js'
import { columnTypes, type ColumnTypes } from './dialect.js'
import * as core from './migrations/0001-core.js'
import * as monthAndBackup from './migrations/0002-month-and-backup.js'
import * as imports from './migrations/0010-imports.js'
import * as preferences from './migrations/0020-preferences.js'
import * as settings from './migrations/0040-settings.js'
import * as documentSubjects from './migrations/0050-document-subjects.js'
import * as stocktakes from './migrations/0055-stocktakes.js'
import * as printerLooks from './migrations/0070-printer-looks.js'
import * as renderRequests from './migrations/0090-render-requests.js'
import * as copiesLedger from './migrations/0060-copies-ledger.js'
import * as pickingAndWaybills from './migrations/0051-picking-and-waybills.js'
import * as copyScans from './migrations/0061-copy-scans.js'
import * as handovers from './migrations/0052-handovers.js'
import * as printBatches from './migrations/0080-print-batches.js'
import * as printRules from './migrations/0062-print-rules.js'
import * as receipts from './migrations/0056-receipts.js'
import * as statements from './migrations/0057-statements.js'
import * as exportSets from './migrations/0058-export-sets.js'
import * as attachments from './migrations/0063-attachments.js'
import * as checkBeforePrint from './migrations/0064-check-before-print.js'
import * as changeRequests from './migrations/0053-change-requests.js'
import * as templateDrafts from './migrations/0091-template-drafts.js'
import * as autoPrints from './migrations/0065-auto-prints.js'
import * as printerCredentials from './migrations/0110-printer-credentials.js'
import * as sealedCredentials from './migrations/0111-sealed-credentials.js'
import * as foundPrinters from './migrations/0112-found-printers.js'
import * as printerAlerts from './migrations/0113-printer-alerts.js'
import * as batchStates from './migrations/0130-batch-states.js'
import * as collation from './migrations/0131-collation.js'
import * as statementCycle from './migrations/0140-statement-cycle.js'
import * as exportItemKinds from './migrations/0160-export-item-kinds.js'
import * as printerOffset from './migrations/0114-printer-offset.js'
import * as images from './migrations/0150-images.js'
import * as documentCustomers from './migrations/0151-document-customers.js'

interface Migration {
  up: (types: ColumnTypes) => string[]
  /** What no SQL can say; runs in one transaction after `up`. */
  move?: (db: Database, tx: Tx) => Promise<void>
}

/** In order; a migration is frozen once released. */
const migrations: Record<string, Migration> = {
  '0001-core': core,
  '0002-month-and-backup': monthAndBackup,
  '0010-imports': imports,
  '0020-preferences': preferences,
  '0040-settings': settings,
  '0050-document-subjects': documentSubjects,
  '0055-stocktakes': stocktakes,
  '0070-printer-looks': printerLooks,
  '0090-render-requests': renderRequests,
  '0060-copies-ledger': copiesLedger,
  '0051-picking-and-waybills': pickingAndWaybills,
  '0061-copy-scans': copyScans,
  '0052-handovers': handovers,
  '0080-print-batches': printBatches,
  '0062-print-rules': printRules,
  '0056-receipts': receipts,
  '0057-statements': statements,
  '0058-export-sets': exportSets,
  '0063-attachments': attachments,
  '0064-check-before-print': checkBeforePrint,
  '0053-change-requests': changeRequests,
  '0091-template-drafts': templateDrafts,
  '0065-auto-prints': autoPrints,
  '0110-printer-credentials': printerCredentials,
  '0111-sealed-credentials': sealedCredentials,
  '0112-found-printers': foundPrinters,
  '0113-printer-alerts': printerAlerts,
  '0130-batch-states': batchStates,
  '0131-collation': collation,
  '0160-export-item-kinds': exportItemKinds,
  '0114-printer-offset': printerOffset,
  '0140-statement-cycle': statementCycle,
  '0150-images': images,
  '0151-document-customers': documentCustomers,
}

function umzug(db: Database): Umzug {
  const { sequelize, dialect } = db
  const types = columnTypes(dialect)
  return new Umzug({
    migrations: Object.entries(migrations).map(([name, { up, move }]) => ({
      name,
      async up() {
        for (const sql of up(types)) await sequelize.query(sql)
        if (move) await db.transaction((tx) => move(db, tx))
      },
    })),
    storage: new SequelizeStorage({ sequelize, tableName: 'migrations' }),
    logger: undefined,
  })
}

/** Brings the tables up to date, or as far as one migration; answers the names of the migrations that ran. */
export const migrate = async (db: Database, to?: string): Promise<string[]> =>
  (await umzug(db).up(to === undefined ? {} : { to })).map(({ name }) => name)

/** The names of all migrations that this program knows, in order. */
export const knownMigrations = (): string[] => Object.keys(migrations)

/** The names of the migrations that have run here. */
export const ranMigrations = async (db: Database): Promise<string[]> =>
  (await umzug(db).executed()).map(({ name }) => name)

/** The names of the migrations that are still to run. It only looks: nothing is created, not even in an empty database. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const ran = new Set((await namesThatRan(db)).map(({ name }) => name))
  return knownMigrations().filter((name) => !ran.has(name))
}

async function namesThatRan(db: Database) {
  try {
    return await db.select('SELECT name FROM migrations')
  } catch (error) {
    if (isMissingTable(error)) return []
    throw error
  }
}
