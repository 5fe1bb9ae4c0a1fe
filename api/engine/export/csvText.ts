import { safeText } from './cells.js'

const NEEDS_QUOTES = /[",\r\n]/

/** A text as a cell of a CSV file, which no spreadsheet takes for a formula. */
export function csvCell(text: string): string {
  const safe = safeText(text)
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A small table as CSV: UTF-8 with BOM. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('')}`
