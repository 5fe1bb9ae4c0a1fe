import type { Sequelize } from 'sequelize'
import type { Tx } from '../db/database.js'
import { run, type Value } from '../db/driver.js'
import { column } from './condition.js'
import type { Context } from './context.js'
import type { Fields } from './fields/index.js'
import { insertForIds, type ColumnValues } from './insertRows.js'
import { Invalid } from './problems.js'
import type { Stored } from './resource.js'
import { toRow, type LineTable } from './tables.js'
import { asObjects } from './shapes.js'

/**
 * Makes the stored lines equal to the record's: those with a known `id` are updated, new ones inserted, missing
 * ones deleted. Their order becomes `lineNo`, from 1. Answers the lines as stored.
 */
export async function storeLines(
  { db, tx }: Context,
  { field, fields, sql: { table } }: LineTable,
  record: Stored & { id: number },
  before: Stored[],
): Promise<Stored[]> {
  const { sequelize } = db
  const wanted = asObjects(record[field])
  const known = new Map(before.map((line) => [Number(line.id), line]))
  const stored: Stored[] = wanted.map((line, at) => {
    if (line.id != null && !known.has(Number(line.id)))
      throw Invalid({
        [field]: [
          ...Array.from({ length: at }, () => ({})),
          { id: { zh: '这一行不属于这条记录。', en: 'This line does not belong to this record.' } },
        ],
      })
    return { ...line, id: line.id == null ? undefined : Number(line.id), parentId: record.id, lineNo: at + 1 }
  })
  const kept = new Set(stored.map((line) => line.id))
  const gone = [...known.keys()].filter((id) => !kept.has(id))
  if (gone.length > 0) await run(sequelize, `DELETE FROM ${table} WHERE id IN (${gone.join(', ')})`, [], tx)
  const changed = stored.flatMap((line) => {
    const was = line.id === undefined ? undefined : known.get(Number(line.id))
    return was && JSON.stringify({ ...was, ...line }) !== JSON.stringify(was) ? [{ line, was }] : []
  })
  const columns = (line: Stored) => ({
    id: Number(line.id),
    lineNo: Number(line.lineNo),
    ...toRow(fields, line),
  })
  await updateLines(
    sequelize,
    table,
    changed.map(({ line }) => columns(line)),
    changed.map(({ was }) => columns(was)),
    tx,
  )
  const fresh = stored.filter((line) => line.id === undefined)
  const ids = await insertForIds(
    db,
    table,
    fresh.map((line) => ({
      parentId: record.id,
      lineNo: Number(line.lineNo),
      ...toRow(fields, { ...empty(fields), ...line }),
    })),
    ['parentId', 'lineNo'],
    tx,
  )
  fresh.forEach((line, at) => (line.id = ids[at]))
  return stored
}

const empty = (fields: Fields): Stored => Object.fromEntries(Object.keys(fields).map((name) => [name, null]))

/** One statement for all lines, of the columns that changed in any of them. */
async function updateLines(
  sequelize: Sequelize,
  table: string,
  lines: (ColumnValues & { id: number })[],
  before: ColumnValues[],
  tx: Tx,
): Promise<void> {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))].filter(
    (name) =>
      name !== 'id' &&
      lines.some((line, at) => line[name] !== undefined && line[name] !== before[at]?.[name]),
  )
  if (names.length === 0) return
  const setting = names.map((name) => {
    const given = lines.filter((line) => line[name] !== undefined)
    return {
      sql: `${column(name)} = CASE id ${given.map(() => 'WHEN ? THEN ?').join(' ')} ELSE ${column(name)} END`,
      values: given.flatMap((line): Value[] => [line.id, line[name] ?? null]),
    }
  })
  const ids = lines.map(({ id }) => id)
  await run(
    sequelize,
    `UPDATE ${table} SET ${setting.map(({ sql }) => sql).join(', ')} WHERE id IN (${ids.map(() => '?').join(', ')})`,
    [...setting.flatMap(({ values }) => values), ...ids],
    tx,
  )
}
