import type { Tx } from '../../db/database.js'
import type { Principal } from '../access.js'
import type { Catalog, Entry } from '../catalog.js'
import { kinds, type Field } from '../fields/index.js'
import { stream } from '../list.js'
import type { ListQuery } from '../listQuery.js'
import { present } from '../present.js'
import type { Stored } from '../resource.js'
import { asObjects } from '../shapes.js'
import { fromRow, type Table } from '../tables.js'
import type { Language } from '../text.js'
import { idsOf, titleCache } from '../titles.js'
import { columnsOf, ID } from './columns.js'
import type { ExportTable } from './exportTable.js'

/** Records whose lines are read at a time. */
const PARENTS = 100

/** The owned lines of all records of a filtered list as a table, each with the id and the title of its record. */
export function exportLines(
  catalog: Catalog,
  entry: Entry,
  field: string,
  query: ListQuery,
  who: Principal,
  language: Language,
  tx?: Tx,
): ExportTable {
  const { of } = entry
  const line = entry.lines.find((one) => one.field === field)
  if (!line) throw new Error(`${of.name} has no lines "${field}".`)
  const titles = titleCache(catalog, who, tx)
  const references = Object.entries(line.fields).filter(([, one]) => one.kind === 'reference')
  const own: [string, Field][] = [
    ID,
    ['parentId', { kind: 'integer', label: { zh: `${of.label.zh} ID`, en: `${of.label.en} ID` } }],
    ['parent', of.fields[of.title] ?? ID[1]],
    ['lineNo', { kind: 'integer', label: { zh: '行号', en: 'Line' } }],
  ]
  const columns = columnsOf([...own, ...Object.entries(line.fields)], language, titles.get, true)

  async function* batches() {
    for await (const parents of stream(entry, query, who, tx))
      for (let at = 0; at < parents.length; at += PARENTS) {
        const some = parents.slice(at, at + PARENTS)
        const rows = await linesOf(
          line?.model,
          some.map(({ id }) => Number(id)),
          tx,
        )
        for (const [name, { reference }] of references)
          await titles.load(
            String(reference),
            rows.flatMap((row) => idsOf(row[name])),
          )
        const shown = new Map(some.map((one) => [Number(one.id), present(of, one, who, language)[of.title]]))
        yield rows.map((row) => {
          const record = { ...spoken(line?.fields ?? {}, row), parent: shown.get(Number(row.parentId)) }
          return columns.map((column) => column.text(record))
        })
      }
  }
  return {
    names: columns.map(({ name }) => name),
    columns: columns.map((column) => column.field),
    heads: columns.map(({ head }) => head),
    batches: batches(),
  }
}

async function linesOf(model: Table | undefined, parentIds: number[], tx?: Tx): Promise<Stored[]> {
  const rows = await model?.findAll({
    where: { parentId: parentIds },
    order: [
      ['parentId', 'ASC'],
      ['lineNo', 'ASC'],
    ],
    raw: true,
    transaction: tx ?? null,
  })
  return asObjects(rows)
}

/** A row of the table → the line in the API's formats. */
function spoken(fields: Record<string, Field>, row: Stored): Stored {
  const line = fromRow(fields, row)
  for (const [name, field] of Object.entries(fields))
    if (line[name] != null) line[name] = kinds[field.kind].output?.(line[name]) ?? line[name]
  return line
}
