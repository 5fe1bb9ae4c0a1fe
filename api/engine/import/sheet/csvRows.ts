import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { asTexts } from '../../shapes.js'
import { BadFile } from './badFile.js'
import type { SheetRow } from './sheet.js'

const SEPARATORS = [',', ';', '\t']
const SLICE = 64 * 1024
/** More in one cell or row is no table, most often a quotation mark that was never closed. */
const MOST_IN_ROW = 1_000_000

/** The rows of a CSV text. A row that spans several lines counts once, as in the spreadsheet. */
export async function* csvRows(text: string): AsyncGenerator<SheetRow> {
  const parser = Readable.from(slices(text)).pipe(
    parse({
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: MOST_IN_ROW,
    }),
  )
  let number = 0
  try {
    for await (const record of parser) {
      number += 1
      yield { number, cells: asTexts(record).map((cell) => (cell === '' ? null : unescaped(cell))) }
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error
    throw BadFile({
      zh: `第 ${number + 1} 行读不下去：可能有一个引号没有成对。请改正后再上传。`,
      en: `Row ${number + 1} cannot be read: a quotation mark may not be closed. Correct it and choose the file again.`,
    })
  }
}

/** Our own exports put an apostrophe before a text that a spreadsheet would take for a formula. */
const unescaped = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell)

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE)
}

/** The one that occurs most, outside quotes, in the lines at the beginning. */
function separatorOf(text: string): string {
  const head = text
    .slice(0, 10_000)
    .split(/\r?\n/)
    .slice(0, 10)
    .join('\n')
    .replace(/"[^"]*"/g, '')
  const count = (separator: string) => head.split(separator).length
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best))
}
