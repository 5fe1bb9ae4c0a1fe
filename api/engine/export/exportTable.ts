import type { Tx } from '../../db/database.js'
import type { Principal } from '../access.js'
import type { Catalog, Entry } from '../catalog.js'
import type { Field } from '../fields/index.js'
import { stream } from '../list.js'
import type { ListQuery } from '../listQuery.js'
import { readableFields } from '../rights.js'
import type { Language } from '../text.js'
import { titleCache } from '../titles.js'
import { columnsOf, CREATED, ID } from './columns.js'

export interface ExportTable {
  /** The field of each column by name; the first one is the id. */
  names: string[]
  columns: Field[]
  heads: string[]
  /** Rows of texts, in batches, read as they are taken. */
  batches: AsyncIterable<string[][]>
}

export interface ExportOptions {
  /** Reads inside this transaction. */
  tx?: Tx
  /** What a program needs to check the table: the ids of references and the time of creation. */
  full?: boolean
}

/** A filtered list as a table of texts: labels as heads, references by name, only what the person may read. */
export function exportTable(
  catalog: Catalog,
  entry: Entry,
  query: ListQuery,
  who: Principal,
  language: Language,
  { tx, full = false }: ExportOptions = {},
): ExportTable {
  const { of } = entry
  const titles = titleCache(catalog, who, tx)
  const fields = readableFields(of, who).filter(
    ([, field]) => field.kind !== 'lines' && field.kind !== 'json',
  )
  const derived = fields.filter(([, field]) => field.derived === 'record').map(([name]) => name)
  const columns = columnsOf([ID, ...(full ? [CREATED] : []), ...fields], language, titles.get, full)

  async function* batches() {
    for await (const rows of stream(entry, query, who, tx)) {
      await titles.loadNamed(fields, rows)
      await of.complete?.(titles, rows)
      yield rows.map((row) => {
        for (const name of derived) row[name] = of.derive?.[name]?.(row)
        return columns.map((column) => column.text(row))
      })
    }
  }
  return {
    names: columns.map(({ name }) => name),
    columns: columns.map(({ field }) => field),
    heads: columns.map(({ head }) => head),
    batches: batches(),
  }
}
