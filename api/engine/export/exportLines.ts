import type { Tx } from '../../db/database.js'
import { run } from '../../db/driver.js'
import type { Principal } from '../access.js'
import type { Catalog, Entry } from '../catalog.js'
import { oneOf } from '../condition.js'
import type { Field } from '../fields/index.js'
import { stream } from '../list.js'
import type { ListQuery } from '../listQuery.js'
import type { Stored } from '../resource.js'
import { fromRow, type LineTable } from '../tables.js'
import type { Language } from '../text.js'
import { titleCache } from '../titles.js'
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
  const own: [string, Field][] = [
    ID,
    ['parentId', { kind: 'integer', label: { zh: `${of.label.zh} ID`, en: `${of.label.en} ID` } }],
    ['parent', of.fields[of.title] ?? ID[1]],
    ['lineNo', { kind: 'integer', label: { zh: '行号', en: 'Line' } }],
  ]
  const lineFields = Object.entries(line.fields)
  const columns = columnsOf([...own, ...lineFields], language, titles.get, true)

  async function* batches(line: LineTable) {
    for await (const parents of stream(entry, query, who, tx))
      for (let at = 0; at < parents.length; at += PARENTS) {
        const some = parents.slice(at, at + PARENTS)
        const rows = await linesOf(
          entry,
          line,
          some.map(({ id }) => Number(id)),
          tx,
        )
        await titles.loadNamed(lineFields, rows)
        const shown = new Map(some.map((one) => [Number(one.id), one[of.title]]))
        yield rows.map((row) => {
          row.parent = shown.get(Number(row.parentId))
          return columns.map((column) => column.text(row))
        })
      }
  }
  return {
    names: columns.map(({ name }) => name),
    columns: columns.map((column) => column.field),
    heads: columns.map(({ head }) => head),
    batches: batches(line),
  }
}

async function linesOf(
  { sequelize }: Entry,
  { fields, sql: { table, columns } }: LineTable,
  parentIds: number[],
  tx?: Tx,
): Promise<Stored[]> {
  const among = oneOf('parentId', parentIds)
  const sql = `SELECT ${columns} FROM ${table} WHERE ${among.sql} ORDER BY parentId, lineNo`
  return (await run(sequelize, sql, among.values, tx)).rows.map((row) => fromRow(fields, row))
}
