import { BadFile } from './badFile.js'
import { columnIndex } from './sheet.js'
import type { ZipEntry } from './zipEntries.js'

/** What the rows of a worksheet do not tell by themselves. */
export interface SheetMarks {
  /** Merged areas by each row that they cover; rows from 1, columns from 0. */
  merges: Map<number, Area[]>
  /** `B7`: a formula whose result was never stored. */
  withoutValue: Set<string>
}

export interface Area {
  top: number
  left: number
  bottom: number
  right: number
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
const FORMULA = /<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f[\s/>](?:(?!<\/(?:\w+:)?c>)[\s\S])*?<\/(?:\w+:)?c>/g
/** Longer than any mark: what is carried over from one piece of the text to the next. */
const CARRY = 64 * 1024
/** More merged rows than this make no table. */
const MOST_MERGED_ROWS = 200_000

/** Finds merged areas and formulas without a stored result in one pass over the worksheet's text. */
export async function sheetMarks(worksheet: ZipEntry): Promise<SheetMarks> {
  const merges = new Map<number, Area[]>()
  const withoutValue = new Set<string>()
  let covered = 0
  for await (const text of pieces(worksheet)) {
    for (const [, left = '', top, right = '', bottom] of text.matchAll(MERGE)) {
      const area = {
        top: Number(top),
        left: columnIndex(left),
        bottom: Number(bottom),
        right: columnIndex(right),
      }
      covered += area.bottom - area.top + 1
      if (covered > MOST_MERGED_ROWS)
        throw BadFile({
          zh: '表格里合并的单元格太多。请取消合并后再上传。',
          en: 'The sheet has too many merged cells. Unmerge them and choose the file again.',
        })
      for (let row = area.top; row <= area.bottom; row++) merges.set(row, [...(merges.get(row) ?? []), area])
    }
    for (const [cell, attributes = ''] of text.matchAll(FORMULA)) {
      const ref = /(?:^|\s)r="([A-Z]+\d+)"/.exec(attributes)?.[1]
      if (ref && !/<(?:\w+:)?v>[^<]/.test(cell) && !/t="str"/.test(attributes)) withoutValue.add(ref)
    }
  }
  return { merges, withoutValue }
}

/** The text in pieces that overlap at tags, so that a mark which is cut in one is whole in the next. */
async function* pieces(worksheet: ZipEntry): AsyncGenerator<string> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const bytes of worksheet.bytes()) {
    const text = rest + decoder.decode(bytes, { stream: true })
    const cut = Math.max(text.lastIndexOf('</c>'), text.lastIndexOf('/>'))
    const end = cut < 0 || text.length - cut > CARRY ? text.length : text.indexOf('>', cut) + 1
    yield text.slice(0, end)
    rest = text.slice(end)
  }
  yield rest
}
