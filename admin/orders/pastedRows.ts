import { codecs } from '../engine/values/codecs'

/** A row of a table that was copied out of Excel or WPS, as far as it could be read. */
export interface PastedRow {
  /** Its place in what was pasted, from 1. */
  at: number
  /** Code, barcode or name of a product. */
  product: string
  quantity: unknown
  /** Null where the row has none: then the product's own holds. */
  unitPrice: unknown
  remark: string | null
}

/** Cells of tab-separated text; a quoted cell may hold line breaks and doubled quotes, as spreadsheets write them. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  for (const [, line = ''] of `${text.replace(/\r\n?/g, '\n')}\n`.matchAll(
    /((?:[^\n"]|"(?:[^"]|"")*"|")*)\n/g,
  ))
    rows.push(
      line.split('\t').map((cell) => {
        const quoted = /^"([\s\S]*)"$/.exec(cell.trim())?.[1]
        return (quoted === undefined ? cell : quoted.replaceAll('""', '"')).replace(/\s+/g, ' ').trim()
      }),
    )
  return rows.filter((cells) => cells.some(Boolean))
}

const HEAD = /数量|件数|qty|quantity/i

/** Product, quantity, price, remark per row; a first row that is a head is left out. */
export function pastedRows(text: string): PastedRow[] {
  const rows = cellsOf(text)
  const skipped = HEAD.test(rows[0]?.[1] ?? '') ? 1 : 0
  return rows.slice(skipped).map(([product = '', quantity = '', unitPrice = '', remark = ''], index) => ({
    at: index + 1 + skipped,
    product,
    quantity: codecs.quantity?.parse(quantity) ?? null,
    unitPrice: codecs.price?.parse(unitPrice) ?? null,
    remark: remark || null,
  }))
}

/** Whether a clipboard holds a table and not a word for the cell that the cursor is in. */
export const isTable = (text: string): boolean => /[\t\n]/.test(text.trim())
