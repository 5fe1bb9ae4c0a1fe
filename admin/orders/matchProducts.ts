import type { DataProvider } from 'react-admin'
import { codecs } from '../engine/values/codecs'
import type { Row } from '../schema/row'
import type { PastedRow } from './pastedRows'

export interface Match {
  row: PastedRow
  product: Row
}

export interface Mismatch {
  row: PastedRow
  /** No product is called so, several are, or the quantity cannot be read. */
  why: 'unknown' | 'ambiguous' | 'quantity' | 'price'
}

const BY = ['code', 'barcode', 'name'] as const
const AT_ONCE = 80

const folded = (value: unknown) =>
  String(value ?? '')
    .trim()
    .toLowerCase()

async function productsBy(data: DataProvider, by: (typeof BY)[number], names: string[]): Promise<Row[]> {
  const found: Row[] = []
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const answer = await data.getList<Row>('products', {
      filter: { [by]: names.slice(from, from + AT_ONCE) },
      sort: { field: 'id', order: 'ASC' },
      pagination: { page: 1, perPage: 1000 },
    })
    found.push(...answer.data)
  }
  return found
}

/** Finds the products of pasted rows: by code, else by barcode, else by name. Nothing is guessed. */
export async function matchProducts(
  data: DataProvider,
  rows: PastedRow[],
): Promise<{ matches: Match[]; mismatches: Mismatch[] }> {
  const byName = new Map<string, Row[]>()
  for (const by of BY) {
    const open = rows.map(({ product }) => product).filter((name) => name && !byName.has(folded(name)))
    for (const product of await productsBy(data, by, [...new Set(open)])) {
      const key = folded(product[by])
      byName.set(key, [...(byName.get(key) ?? []), product])
    }
  }
  const matches: Match[] = []
  const mismatches: Mismatch[] = []
  for (const row of rows) {
    const [product, another] = byName.get(folded(row.product)) ?? []
    if (!product) mismatches.push({ row, why: 'unknown' })
    else if (another) mismatches.push({ row, why: 'ambiguous' })
    else if (codecs.quantity?.isValid(row.quantity) !== true) mismatches.push({ row, why: 'quantity' })
    else if (row.unitPrice !== null && codecs.price?.isValid(row.unitPrice) !== true)
      mismatches.push({ row, why: 'price' })
    else matches.push({ row, product })
  }
  return { matches, mismatches }
}
