import type { Text2 } from '../../text.js'

/** A cell whose content cannot be used; the sentence says why. */
export interface CellFault {
  fault: Text2
}

/** A cell that a merged area covers; its value stands further up in the same column. */
export interface MergedCell {
  merged: string | number | boolean | Date | null
  /** The row that holds the value. */
  from: number
}

export type Cell = string | number | boolean | Date | null | CellFault | MergedCell

export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  number: number
  cells: Cell[]
}

/** A file that turned out to be a spreadsheet. Its rows may be read again and again. */
export interface Sheet {
  format: 'csv' | 'xlsx'
  /** Of a text file: `utf-8`, `gb18030`, `utf-16le`. */
  encoding: string | null
  rows(): AsyncIterable<SheetRow>
}

export const MOST_ROWS = 50_000
export const MOST_COLUMNS = 200
/** Rows above the first record: titles and the heads. */
export const MOST_ABOVE = 20
export const MOST_BYTES = 20 * 1024 * 1024

export const isFault = (cell: Cell | undefined): cell is CellFault =>
  typeof cell === 'object' && cell !== null && 'fault' in cell

export const isMerged = (cell: Cell | undefined): cell is MergedCell =>
  typeof cell === 'object' && cell !== null && 'merged' in cell

export const isBlank = (cell: Cell | undefined): boolean =>
  cell == null || (typeof cell === 'string' && cell.trim() === '')

/** What stands in a cell, for matching heads and for samples. */
export function shownCell(cell: Cell | undefined): string {
  if (cell == null || isMerged(cell)) return ''
  if (isFault(cell)) return '!'
  if (cell instanceof Date) return cell.toISOString().slice(0, 16).replace('T', ' ').replace(' 00:00', '')
  return String(cell).trim()
}

/** 0 → `A`, 27 → `AB`. */
export function columnLetter(at: number): string {
  const rest = Math.floor(at / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (at % 26))
}

/** `A` → 0, `AB` → 27. */
export const columnIndex = (letter: string): number =>
  Array.from(letter).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1
