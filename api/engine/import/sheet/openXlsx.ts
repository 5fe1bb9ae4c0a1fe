import { streamXlsxRows, type CellValue } from 'hucre/xlsx'
import { Problem } from '../../problem.js'
import { BadFile } from './badFile.js'
import { columnLetter, MOST_ABOVE, MOST_ROWS, type Cell, type Sheet, type SheetRow } from './sheet.js'
import { sheetMarks, type SheetMarks } from './sheetMarks.js'
import { firstWorksheet } from './firstWorksheet.js'
import { zipEntries } from './zipEntries.js'

/** Unpacked, all parts together: fifty thousand rows take a tenth of it. */
const MOST_UNPACKED = 400 * 1024 * 1024

const noWorkbook = () =>
  BadFile({
    zh: '文件已损坏，或不是 Excel(.xlsx)文件。请在 Excel 或 WPS 中打开并另存为 .xlsx 后再上传。',
    en: 'The file is damaged or no Excel (.xlsx) file. Open it in your spreadsheet program, save it as .xlsx and choose it again.',
  })

/** An XLSX file: the rows of its first sheet. Formulas give the result that was stored with them. */
export function openXlsx(bytes: Buffer): Sheet {
  const entries = zipEntries(bytes)
  if (!entries?.some(({ name }) => name === '[Content_Types].xml')) throw noWorkbook()
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED)
    throw BadFile({
      zh: '文件解压后太大。请只保留要导入的那一张表，另存后再上传。',
      en: 'The file is too large when unpacked. Keep only the sheet to import, save it and choose it again.',
    })
  async function* rows(): AsyncGenerator<SheetRow> {
    try {
      const worksheet = await firstWorksheet(entries ?? [])
      if (!worksheet) throw noWorkbook()
      const marks = await sheetMarks(worksheet)
      const above = new Map<string, CellValue>()
      for await (const { index, values } of streamXlsxRows(bytes, { maxRows: MOST_ROWS + MOST_ABOVE + 1 }))
        yield markedRow(index + 1, values, marks, above)
    } catch (error) {
      if (error instanceof Problem) throw error
      throw noWorkbook()
    }
  }
  return { format: 'xlsx', encoding: null, rows }
}

const ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/

/** `above` remembers the values of merged areas while the rows below them are read. */
function markedRow(
  number: number,
  values: CellValue[],
  { merges, withoutValue }: SheetMarks,
  above: Map<string, CellValue>,
): SheetRow {
  const cells = values.map((value, at): Cell => {
    if (withoutValue.has(`${columnLetter(at)}${number}`))
      return {
        fault: {
          zh: '公式没有保存结果。请在 Excel 或 WPS 中打开文件并保存一次，或改成数值。',
          en: 'The result of this formula is not stored. Open and save the file in your spreadsheet program, or type the value.',
        },
      }
    if (typeof value === 'string' && ERROR.test(value))
      return {
        fault: {
          zh: `公式出错（${value}）。请改正公式或直接填写。`,
          en: `The formula fails (${value}). Correct it or type the value.`,
        },
      }
    return value
  })
  for (const { top, left, bottom, right } of merges.get(number) ?? []) {
    const key = `${top}:${left}`
    if (number === top && bottom > top) above.set(key, values[left] ?? null)
    for (let at = left; at <= right; at++)
      if (at > left) cells[at] = { merged: null, from: top }
      else if (number > top) cells[at] = { merged: above.get(key) ?? null, from: top }
    if (number === bottom) above.delete(key)
  }
  for (let at = 0; at < cells.length; at++) cells[at] ??= null
  return { number, cells }
}
