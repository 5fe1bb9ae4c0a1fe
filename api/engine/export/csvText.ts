import { stringify } from 'csv-stringify/sync'
import { safeText } from './cells.js'

/** A small table as CSV: UTF-8 with BOM, no cell that a spreadsheet takes for a formula. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${stringify(rows.map((row) => row.map(safeText)))}`
