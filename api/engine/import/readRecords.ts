import type { Stored } from '../resource.js'
import { asObject } from '../shapes.js'
import { say } from '../text.js'
import type { Faults, Place } from './faults.js'
import { fold } from './fold.js'
import { GROUP, putAt, type ImportColumn } from './importable.js'
import { readCell } from './readCell.js'
import {
  columnIndex,
  isBlank,
  isFault,
  isMerged,
  shownCell,
  type Cell,
  type Sheet,
  type SheetRow,
} from './sheet/sheet.js'
import type { Mapping } from './suggestMapping.js'

/** A record as the file says it. References are still the texts that name them. */
export interface FileRecord extends Place {
  body: Stored
  lines: Stored[]
}

export interface ReadPlan {
  /** The row of the heads. */
  head: number
  mapping: Mapping
  columns: readonly ImportColumn[]
  /** The field that rows are gathered into; null where each row is a record. */
  lines: string | null
}

interface Filled extends ImportColumn {
  at: number
}

/** The records of a sheet, in order. What cannot be read goes to the faults, at its cell. */
export async function* readRecords(sheet: Sheet, plan: ReadPlan, faults: Faults): AsyncGenerator<FileRecord> {
  const filled = plan.columns.flatMap((column): Filled[] => {
    const letter = Object.keys(plan.mapping).find((one) => plan.mapping[one] === column.path)
    return letter === undefined ? [] : [{ ...column, at: columnIndex(letter) }]
  })
  const group = filled.find(({ path }) => path === GROUP)
  let open: { key: string; record: FileRecord } | undefined
  const seen = new Map<string, number>()
  for await (const row of sheet.rows()) {
    if (row.number <= plan.head) continue
    if (filled.every(({ at }) => isBlank(row.cells[at]) || isMerged(row.cells[at]))) continue
    if (!group || plan.lines === null) {
      yield { row: row.number, lineRows: [], body: bodyOf(row, filled, false, faults), lines: [] }
      continue
    }
    const key = keyOf(row, group.at)
    if (open?.key !== key || key === '') {
      if (open) yield open.record
      const before = seen.get(key)
      if (key === '') faults.add(row.number, GROUP, say('必填。', 'This is required.'))
      else if (before !== undefined) faults.add(row.number, GROUP, apart(before))
      else seen.set(key, row.number)
      const own = filled.filter(({ ofRecord, path }) => ofRecord && path !== GROUP)
      open = {
        key,
        record: { row: row.number, lineRows: [], body: bodyOf(row, own, true, faults), lines: [] },
      }
    } else agree(row, filled, open.record, faults)
    const line = bodyOf(
      row,
      filled.filter(({ ofRecord }) => !ofRecord),
      false,
      faults,
    )
    open.record.lines.push(asObject(line[plan.lines]))
    open.record.lineRows.push(row.number)
  }
  if (open) yield open.record
}

const keyOf = ({ cells }: SheetRow, at: number): string => {
  const cell = cells[at]
  return fold(shownCell(isMerged(cell) ? cell.merged : cell))
}

/** The values of some columns of a row. `merged`: a value from further up is meant here too. */
function bodyOf(row: SheetRow, columns: readonly Filled[], merged: boolean, faults: Faults): Stored {
  const body: Stored = {}
  for (const { path, field, at } of columns) {
    const cell = cellOf(row.cells[at], merged)
    if (isBlank(cell) || cell == null || isMerged(cell)) continue
    const read = isFault(cell) ? cell : readCell(field, cell)
    if ('fault' in read) faults.add(row.number, path, read.fault)
    putAt(body, path, 'fault' in read ? UNREADABLE : read.value)
  }
  return body
}

/** Stands where a cell had a value that could not be read: its fault is told already, and none other is. */
export const UNREADABLE = Symbol('unreadable')

function cellOf(cell: Cell | undefined, merged: boolean): Cell {
  if (!isMerged(cell)) return cell ?? null
  if (merged) return cell.merged
  return {
    fault: say(
      `这一格与第 ${cell.from} 行的单元格合并在一起。请取消合并，每行各自填写。`,
      `This cell is merged with one in row ${cell.from}. Unmerge it and fill each row.`,
    ),
  }
}

/** What belongs to the whole record is said in its first row; further rows say the same or nothing. */
function agree(row: SheetRow, filled: readonly Filled[], record: FileRecord, faults: Faults): void {
  for (const { path, field, at, ofRecord } of filled) {
    const cell = row.cells[at]
    if (!ofRecord || path === GROUP || isBlank(cell) || isMerged(cell) || cell == null) continue
    const read = isFault(cell) ? cell : readCell(field, cell)
    if ('fault' in read) faults.add(row.number, path, read.fault)
    else if (!isSame(valueAt(record.body, path), read.value))
      faults.add(
        row.number,
        path,
        say(
          `与同一单第 ${record.row} 行填写的不一样。`,
          `This differs from row ${record.row} of the same record.`,
        ),
      )
  }
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === UNREADABLE ||
  (typeof one === 'string' && typeof other === 'string' ? fold(one) === fold(other) : one === other)

export function valueAt(body: Stored, path: string): unknown {
  const [name = '', part] = path.split('.')
  return part === undefined ? body[name] : asObject(body[name])[part]
}

const apart = (before: number) =>
  say(
    `第 ${before} 行已有同一单。同一单的各行要连在一起。`,
    `Row ${before} has the same number already. The rows of one record must stand together.`,
  )
