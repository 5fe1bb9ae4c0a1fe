import { describe, expect, it } from '@jest/globals'
import { QueryTypes } from 'sequelize'
import { migrate, pendingMigrations } from '../../api/db/migrate.js'
import { declarations } from '../../api/domain/index.js'
import type { Field, Fields } from '../../api/engine/fields/index.js'
import { eachDatabase } from '../support/eachDatabase.js'
import type { House } from '../support/house.js'

/** The tables of the declarations: the records', and those of their lines. */
const tables = declarations.flatMap(({ name, table, fields }) => [
  { name, table, fields, own: ['id', 'version', 'createdAt', 'updatedAt'] },
  ...Object.entries(fields)
    .filter(([, field]) => field.kind === 'lines')
    .map(([field, { table: lines = '', fields: of = {} }]) => ({
      name: `${name}.${field}`,
      table: lines,
      fields: of,
      own: ['id', 'parentId', 'lineNo'],
    })),
])

/** Tables that the declaration only reads: what is in them is written by statements of its own. */
const readOnly = ['sessions', 'number_register', 'print_attempts']

const columnsOf = (fields: Fields): [string, Field][] =>
  Object.entries(fields).filter(([, field]) => field.kind !== 'lines' && field.derived !== 'record')

eachDatabase((house, database) => {
  describe.each(tables)('the migrated table of $name', ({ table, fields, own }) => {
    it('has a column for each declared field, as wide and as nullable as declared', async () => {
      const columns = await columnsIn(house(), table)
      const said = Object.fromEntries(columnsOf(fields).map(([name, field]) => [name, spec(field)]))
      const found = Object.fromEntries(
        columnsOf(fields).map(([name, field]) => [name, shape(field, columns[name])]),
      )
      expect(found).toEqual(said)
      for (const name of own)
        expect(columns[name]).toMatchObject(readOnly.includes(table) ? {} : { nullable: false })
    })

    if (!readOnly.includes(table))
      it('asks for nothing that the declaration does not give', async () => {
        const declared = [...own, ...columnsOf(fields).map(([name]) => name)]
        const orphans = Object.entries(await columnsIn(house(), table))
          .filter(([name, { nullable, hasDefault }]) => !declared.includes(name) && !nullable && !hasDefault)
          .map(([name]) => name)
        expect(orphans).toEqual([])
      })

    it('has the indexes that are declared', async () => {
      const indexes = await indexesOf(house(), table)
      const missing = columnsOf(fields).flatMap(([name, field]) => [
        ...(field.unique && !indexes.some((one) => one.unique && one.columns.join() === name)
          ? [`unique ${name}`]
          : []),
        ...(field.index && !indexes.some((one) => one.columns[0] === name) ? [`index ${name}`] : []),
      ])
      expect(missing).toEqual([])
    })
  })

  it('keeps what is unique together apart by an index', async () => {
    for (const { table, uniqueTogether = [] } of declarations)
      for (const set of uniqueTogether) {
        const indexes = await indexesOf(house(), table)
        expect(indexes).toContainEqual({ unique: true, columns: [...set] })
      }
  })

  it('has nothing left to migrate, and migrating again changes nothing', async () => {
    expect(await pendingMigrations(house().api.db)).toEqual([])
    expect(await migrate(house().api.db)).toEqual([])
  })

  it('stores texts as bytes of Unicode that compare without case', async () => {
    if (database === 'sqlite') return
    const rows = await house().api.db.select(
      `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'migrations'
       AND DATA_TYPE IN ('varchar', 'longtext') AND CHARACTER_SET_NAME NOT IN ('utf8mb4', 'ascii')`,
    )
    expect(rows).toEqual([])
  })
})

const spec = (field: Field) => ({
  width: field.kind === 'text' ? Number(field.max ?? 200) : null,
  nullable: field.derived === 'column' ? expect.any(Boolean) : !field.required,
})

const shape = ({ kind }: Field, column: Column | undefined) =>
  column && {
    width: kind === 'text' ? Number(/\((\d+)\)/.exec(column.type)?.[1] ?? 0) : null,
    nullable: column.nullable,
  }

interface Column {
  type: string
  nullable: boolean
  hasDefault: boolean
}

/** The columns as the database itself tells them, computed ones included. */
async function columnsIn({ api }: House, table: string): Promise<Record<string, Column>> {
  const rows =
    api.db.dialect === 'mysql'
      ? await api.db.select(
          `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE = 'NO' AS notnull,
             COLUMN_DEFAULT IS NOT NULL OR EXTRA LIKE '%auto_increment%' AS given
           FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?`,
          [table],
        )
      : await pragma(api, `PRAGMA table_xinfo(${table})`)
  const entries = rows.map((row) => {
    const column = {
      type: String(row.type),
      // SQLite does not say that its primary key is never null.
      nullable: !Number(row.notnull) && !Number(row.pk ?? 0),
      hasDefault: api.db.dialect === 'mysql' ? Boolean(Number(row.given)) : row.dflt_value !== null,
    }
    return [String(row.name), column] as const
  })
  return Object.fromEntries(entries)
}

interface Index {
  unique: boolean
  columns: string[]
}

async function indexesOf({ api }: House, table: string): Promise<Index[]> {
  if (api.db.dialect === 'mysql') {
    const rows = await api.db.select(`SHOW INDEX FROM ${table}`)
    const names = [...new Set(rows.map((row) => String(row.Key_name)))]
    return names.map((name) => {
      const own = rows.filter((row) => row.Key_name === name)
      own.sort((a, b) => Number(a.Seq_in_index) - Number(b.Seq_in_index))
      return { unique: Number(own[0]?.Non_unique) === 0, columns: own.map((row) => String(row.Column_name)) }
    })
  }
  const list = await pragma(api, `PRAGMA index_list(${table})`)
  return Promise.all(
    list.map(async (index) => {
      const columns = await pragma(api, `PRAGMA index_info(${String(index.name)})`)
      return { unique: Number(index.unique) === 1, columns: columns.map((one) => String(one.name)) }
    }),
  )
}

const pragma = ({ db }: House['api'], sql: string): Promise<Record<string, unknown>[]> =>
  db.sequelize.query(sql, { type: QueryTypes.SELECT, raw: true })
