import type { Database, Tx } from '../../db/database.js'
import type { Principal } from '../../engine/access.js'
import type { Catalog } from '../../engine/catalog.js'
import { exportLines } from '../../engine/export/exportLines.js'
import { exportTable, type ExportTable } from '../../engine/export/exportTable.js'
import type { ListQuery } from '../../engine/listQuery.js'
import { say, type Language, type Text2 } from '../../engine/text.js'
import type { AuditRange } from './auditRange.js'
import type { MonthRange } from './monthRange.js'
import { stockSums } from './stockSums.js'

export interface MonthTable {
  /** Its file name, without the ending. */
  name: string
  label: Text2
  /** The field whose time says that a row is of this month. */
  by: string
  /** Begins to read it; a table is read once for each format. */
  open(): ExportTable
}

export interface MonthReading {
  db: Database
  catalog: Catalog
  who: Principal
  language: Language
  tx: Tx
}

/** File name, resource, and the field whose time says to which month a row belongs: every row belongs to one month. */
const records: [name: string, resource: string, by: string][] = [
  ['orders', 'orders', 'createdAt'],
  ['shipments', 'shipments', 'createdAt'],
  ['handovers', 'handovers', 'createdAt'],
  ['change-requests', 'change-requests', 'createdAt'],
  ['documents', 'documents', 'issuedAt'],
  ['receipts', 'receipts', 'createdAt'],
  ['statements', 'statements', 'createdAt'],
  ['stocktakes', 'stocktakes', 'createdAt'],
  ['stocktake-lines', 'stocktake-lines', 'createdAt'],
  ['stock-moves', 'stock-moves', 'createdAt'],
  ['print-jobs', 'print-jobs', 'createdAt'],
  ['print-attempts', 'print-attempts', 'startedAt'],
  ['numbers', 'number-register', 'takenAt'],
  ['numbers-voided', 'number-register', 'voidedAt'],
]

const lines = say('明细', 'Lines')
/** File name, resource, its field of lines, and what they are called; they are of the month of their record. */
const owned: [name: string, resource: string, field: string, label: Text2][] = [
  ['order-lines', 'orders', 'lines', lines],
  ['shipment-lines', 'shipments', 'lines', lines],
  ['handover-lines', 'handovers', 'lines', lines],
  ['change-request-lines', 'change-requests', 'changes', say('变更内容', 'Changes')],
  ['receipt-lines', 'receipts', 'lines', lines],
  ['statement-lines', 'statements', 'lines', lines],
  ['statement-disputes', 'statements', 'disputes', say('异议', 'Disputes')],
]

/** The tables of a month, all as of one moment. */
export function monthTables(
  reading: MonthReading,
  range: MonthRange,
  audit: AuditRange | null,
): MonthTable[] {
  const { catalog, who, language, tx } = reading
  const query = (by: string): ListQuery => ({
    filter: { [`${by}_gte`]: range.firstDay, [`${by}_lte`]: range.lastDay },
    sort: [by, 'ASC'],
    range: null,
  })
  const full = { tx, full: true }
  const tables = records.map(([name, resource, by]): MonthTable => {
    const entry = catalog.get(resource)
    return {
      name,
      label: entry.of.label,
      by,
      open: () => exportTable(catalog, entry, query(by), who, language, full),
    }
  })
  const ownedTables = owned.map(([name, resource, field, label]): MonthTable => {
    const entry = catalog.get(resource)
    const { zh, en } = entry.of.label
    return {
      name,
      label: say(`${zh}${label.zh}`, `${label.en} of ${en.toLowerCase()}`),
      by: 'createdAt',
      open: () => exportLines(catalog, entry, field, query('createdAt'), who, language, tx),
    }
  })
  const events = catalog.get('audit-events')
  const sealed: ListQuery = {
    filter: { seq_gte: audit?.from ?? 1, seq_lte: audit?.to ?? 0 },
    sort: ['seq', 'ASC'],
    range: null,
  }
  return [
    ...tables,
    ...ownedTables,
    {
      name: 'stock-sums',
      label: stockSums.label,
      by: 'createdAt',
      open: () => stockSums.open(reading, range),
    },
    {
      name: 'audit-events',
      label: events.of.label,
      by: 'createdAt',
      open: () => exportTable(catalog, events, sealed, who, language, full),
    },
  ]
}
