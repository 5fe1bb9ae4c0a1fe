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

/** How the columns are called in the tables of customers; of those that name a product the first that is filled counts. */
const HEADS = {
  product: [
    /编码|编号|货号|款号|(?<!bar)code|sku/i,
    /条码|barcode|ean/i,
    /品名|名称|商品|产品|item|product|name/i,
  ],
  quantity: [/数量|件数|qty|quantity/i],
  unitPrice: [/单价|价格|price/i],
  remark: [/备注|说明|remark|note/i],
}

type Columns = Record<keyof typeof HEADS, number[]>

/** Product, quantity, price, remark: how rows without a head are read. */
const PLAIN: Columns = { product: [0], quantity: [1], unitPrice: [2], remark: [3] }

/** A row of sums under the lines is none of them. */
const SUMS = /^(合计|小计|总计|total|subtotal)[:：]?$/i

/** Where a head puts the columns; undefined where the row is no head. */
function columnsOf(head: string[]): Columns | undefined {
  const placesOf = (names: RegExp[]) =>
    names.flatMap((name) => head.flatMap((cell, at) => (name.test(cell) ? [at] : [])))
  const columns = {
    product: placesOf(HEADS.product),
    quantity: placesOf(HEADS.quantity),
    unitPrice: placesOf(HEADS.unitPrice),
    remark: placesOf(HEADS.remark),
  }
  return columns.quantity.length > 0 ? { ...columns, product: [...columns.product, 0] } : undefined
}

/** The rows as products that are wanted; a head says which column is what, and is left out itself. */
export function pastedRows(text: string): PastedRow[] {
  const rows = cellsOf(text)
  const head = columnsOf(rows[0] ?? [])
  const columns = head ?? PLAIN
  const filled = (cells: string[], places: number[]) => places.map((at) => cells[at]).find(Boolean) ?? ''
  return rows
    .map((cells, index) => ({
      at: index + 1,
      product: filled(cells, columns.product),
      quantity: codecs.quantity?.parse(filled(cells, columns.quantity)) ?? null,
      unitPrice: codecs.price?.parse(filled(cells, columns.unitPrice)) ?? null,
      remark: filled(cells, columns.remark) || null,
    }))
    .slice(head ? 1 : 0)
    .filter(({ product }) => !SUMS.test(product))
}

/** Whether a clipboard holds a table and not a word for the cell that the cursor is in. */
export const isTable = (text: string): boolean => /[\t\n]/.test(text.trim())
