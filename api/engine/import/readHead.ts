import { BadFile } from './sheet/badFile.js'
import {
  columnLetter,
  isBlank,
  isMerged,
  MOST_ABOVE,
  MOST_COLUMNS,
  MOST_ROWS,
  shownCell,
  type Sheet,
  type SheetRow,
} from './sheet/sheet.js'
import { foldHead } from './fold.js'

export interface FileColumn {
  letter: string
  head: string
  /** What the first rows hold, as texts. */
  samples: string[]
}

export interface Head {
  /** The row of the heads; records begin under it. */
  row: number
  columns: FileColumn[]
  /** Rows under the head that hold something. */
  rows: number
}

const SAMPLES = 5

/** Reads a sheet once: where its heads are, its columns with samples, how many rows it has. Refuses what cannot be imported. */
export async function readHead(sheet: Sheet, isKnown: (head: string) => boolean): Promise<Head> {
  const above: SheetRow[] = []
  const samples: SheetRow[] = []
  let head: SheetRow | undefined
  let rows = 0
  const take = (row: SheetRow) => {
    if (row.cells.every((cell) => isBlank(cell) || isMerged(cell))) return
    rows += 1
    if (samples.length < SAMPLES) samples.push(row)
    if (rows > MOST_ROWS) throw tooMany()
  }
  for await (const row of sheet.rows()) {
    if (row.cells.length > MOST_COLUMNS) throw tooWide(row)
    if (head) take(row)
    else {
      above.push(row)
      if (above.length < MOST_ABOVE) continue
      head = headOf(above, isKnown)
      above.slice(above.indexOf(head) + 1).forEach(take)
    }
  }
  if (!head) {
    head = headOf(above, isKnown)
    above.slice(above.indexOf(head) + 1).forEach(take)
  }
  if (rows === 0)
    throw BadFile({
      zh: '表头下面没有数据。请把要导入的内容放在第一张工作表里。',
      en: 'There is nothing under the heads. Put what is to be imported into the first sheet.',
    })
  return { row: head.number, columns: columnsOf(head, samples), rows }
}

/** The row with the most heads that we know; where none is known, the first one with two texts beside each other. */
function headOf(rows: SheetRow[], isKnown: (head: string) => boolean): SheetRow {
  const filled = rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
  const known = (row: SheetRow) => row.cells.filter((cell) => isKnown(foldHead(shownCell(cell)))).length
  const [best] = filled.toSorted((a, b) => known(b) - known(a))
  const wide = filled.find(({ cells }) => cells.filter((cell) => shownCell(cell) !== '').length > 1)
  const head = best && known(best) > 0 ? best : (wide ?? filled[0])
  if (!head) throw BadFile({ zh: '第一张工作表是空的。', en: 'The first sheet is empty.' })
  return head
}

function columnsOf(head: SheetRow, samples: SheetRow[]): FileColumn[] {
  const letters = new Map<string, string[]>()
  const width = Math.max(head.cells.length, ...samples.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, at): FileColumn => {
    const text = shownCell(head.cells[at]).slice(0, 100)
    if (text) letters.set(foldHead(text), [...(letters.get(foldHead(text)) ?? []), columnLetter(at)])
    return {
      letter: columnLetter(at),
      head: text,
      samples: samples.map(({ cells }) => shownCell(cells[at]).slice(0, 100)),
    }
  }).filter((column) => column.head !== '' || column.samples.some(Boolean))
  const twice = columns.find(({ head: text }) => (letters.get(foldHead(text))?.length ?? 0) > 1)
  if (twice) {
    const where = letters.get(foldHead(twice.head)) ?? []
    throw BadFile({
      zh: `第 ${head.number} 行有几列都叫「${twice.head}」（${where.join('、')} 列）。请改成不同的列名后再上传。`,
      en: `Row ${head.number} has several columns called "${twice.head}" (${where.join(', ')}). Give them different names and choose the file again.`,
    })
  }
  return columns
}

const tooMany = () =>
  BadFile({
    zh: `表格超过 ${MOST_ROWS} 行。请分成几个文件导入。`,
    en: `The sheet has more than ${MOST_ROWS} rows. Split it into several files.`,
  })

const tooWide = ({ number }: SheetRow) =>
  BadFile({
    zh: `第 ${number} 行超过 ${MOST_COLUMNS} 列。请只保留要导入的列。`,
    en: `Row ${number} has more than ${MOST_COLUMNS} columns. Keep only those to import.`,
  })
