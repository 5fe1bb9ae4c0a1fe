import { createHash, type Hash } from 'node:crypto'
import { parseJson } from '../../engine/shapes.js'
import { say } from '../../engine/text.js'
import { BackupFault, damaged, notOurs } from './backupFault.js'
import { backupLines } from './backupLines.js'
import {
  endLine,
  FORMAT,
  headLine,
  rowLine,
  tableLine,
  wholeLine,
  type BackupColumn,
  type BackupRow,
  type Head,
} from './format.js'

export type BackupPart =
  | { kind: 'head'; head: Head }
  | { kind: 'table'; name: string; columns: BackupColumn[] }
  | { kind: 'rows'; rows: BackupRow[] }
  | { kind: 'end'; name: string; rows: number; sha256: string }

/** Rows handed on together: as many as fit well into one statement. */
const MOST_ROWS = 500
const MOST_CHARS = 1_000_000

/**
 * Reads a backup part by part, however large it is. Whatever is not exactly as it was written is thrown as a
 * `BackupFault`, at the latest at the end: only a reader that came to the end knows that the parts were right.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  let head: Head | null = null
  let [tables, total, isWhole] = [0, 0, false]
  let open: { name: string; width: number; rows: number; hash: Hash } | null = null
  let [batch, chars]: [BackupRow[], number] = [[], 0]

  for await (const line of backupLines(file)) {
    if (isWhole) throw damaged('结尾之后还有内容', 'something follows its end')
    const value = parsed(line)
    if (!head) {
      head = headOf(value)
      yield { kind: 'head', head }
    } else if (Array.isArray(value)) {
      const row = rowLine.safeParse(value)
      if (!open || !row.success || row.data.length !== open.width)
        throw damaged('有一行不是记录', 'a line is no row')
      open.hash.update(`${line}\n`)
      open.rows += 1
      batch.push(row.data)
      chars += line.length
      if (batch.length >= MOST_ROWS || chars >= MOST_CHARS) {
        yield { kind: 'rows', rows: batch }
        ;[batch, chars] = [[], 0]
      }
    } else if (open) {
      const end = endLine.safeParse(value)
      const rows: number = open.rows
      const sha256 = open.hash.digest('hex')
      if (!end.success || end.data.end !== open.name || end.data.rows !== rows || end.data.sha256 !== sha256)
        throw damaged(`表 ${open.name} 与其指纹不符`, `the table ${open.name} does not match its hash`)
      if (batch.length > 0) yield { kind: 'rows', rows: batch }
      ;[batch, chars] = [[], 0]
      yield { kind: 'end', name: open.name, rows, sha256 }
      ;[tables, total, open] = [tables + 1, total + rows, null]
    } else {
      const table = tableLine.safeParse(value)
      if (table.success) {
        const { table: name, columns } = table.data
        open = { name, width: columns.length, rows: 0, hash: createHash('sha256') }
        yield { kind: 'table', name, columns }
      } else {
        const whole = wholeLine.safeParse(value)
        if (!whole.success || whole.data.tables !== tables || whole.data.rows !== total)
          throw damaged('有一行看不懂', 'a line makes no sense')
        isWhole = true
      }
    }
  }
  if (!isWhole) throw damaged('文件不完整', 'it breaks off')
}

function headOf(value: unknown): Head {
  const head = headLine.safeParse(value)
  if (!head.success) throw notOurs()
  if (head.data.format > FORMAT)
    throw new BackupFault(
      say(
        '这份备份由更新的版本制作，请先升级 Slipway 再恢复。',
        'This backup was made by a newer Slipway: upgrade this one first.',
      ),
    )
  return head.data
}

function parsed(line: string): unknown {
  try {
    return parseJson(line)
  } catch {
    throw damaged('有一行看不懂', 'a line makes no sense')
  }
}
