import type { Principal } from '../access.js'
import { decide } from '../access.js'
import type { Catalog, Entry } from '../catalog.js'
import type { Field } from '../fields/index.js'
import { stream } from '../list.js'
import type { ListQuery } from '../listQuery.js'
import { present } from '../present.js'
import { canRead, readableFields } from '../rights.js'
import type { Language } from '../text.js'
import { cellText, type Titles } from './cells.js'
import { asObjects } from '../shapes.js'

export interface ExportTable {
  /** The field of each column; the first one is the id. */
  columns: Field[]
  heads: string[]
  /** Rows of texts, in batches, read as they are taken. */
  batches: AsyncIterable<string[][]>
}

const ID: Field = { kind: 'integer', label: { zh: 'ID', en: 'ID' } }

/** A filtered list as a table of texts: labels as heads, references by name, only what the person may read. */
export function exportTable(
  catalog: Catalog,
  entry: Entry,
  query: ListQuery,
  who: Principal,
  language: Language,
): ExportTable {
  const columns = readableFields(entry.of, who).filter(
    ([, field]) => field.kind !== 'lines' && field.kind !== 'json',
  )
  const references = columns.filter(([, field]) => field.kind === 'reference')
  const titles = titleCache(catalog, who)

  async function* batches() {
    for await (const rows of stream(entry, query, who)) {
      for (const [name, field] of references)
        await titles.load(
          String(field.reference),
          rows.flatMap((row) => idsOf(row[name])),
        )
      yield rows.map((row) => {
        const record = present(entry.of, row, who, language)
        return [
          String(record.id),
          ...columns.map(([name, field]) => cellText(field, record[name], language, titles.get)),
        ]
      })
    }
  }
  return {
    columns: [ID, ...columns.map(([, field]) => field)],
    heads: ['ID', ...columns.map(([, field]) => field.label[language])],
    batches: batches(),
  }
}

/** How many names are remembered before the memory is emptied: exports of any size stay small. */
const MOST_TITLES = 20_000

function titleCache(catalog: Catalog, who: Principal) {
  const known = new Map<string, string>()
  const get: Titles = (resource, id) => known.get(`${resource}:${id}`) ?? null
  return {
    get,
    async load(resource: string, ids: number[]): Promise<void> {
      const { of, model } = catalog.get(resource)
      const title = of.title === 'id' ? undefined : of.fields[of.title]
      if (
        !title ||
        title.kind === 'reference' ||
        !canRead(title, who) ||
        decide(of.rights.read, who) === false
      )
        return
      if (known.size > MOST_TITLES) known.clear()
      const missing = [...new Set(ids)].filter((id) => !known.has(`${resource}:${id}`))
      if (missing.length === 0) return
      const rows = await model.findAll({ where: { id: missing }, attributes: ['id', of.title], raw: true })
      for (const row of asObjects(rows))
        if (typeof row[of.title] === 'string')
          known.set(`${resource}:${String(row.id)}`, String(row[of.title]))
    },
  }
}

const idsOf = (value: unknown): number[] => (value == null ? [] : [value].flat().map(Number))
