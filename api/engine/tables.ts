import type { Value } from '../db/driver.js'
import type { ColumnValues } from './insertRows.js'
import { kinds, type Field, type Fields } from './fields/index.js'
import { lineSql } from './recordSql.js'
import { fieldsOf, type AnyResource, type Stored } from './resource.js'

/** Where the owned lines of a record type are. */
export interface LineTable {
  /** The field of the parent that holds these lines. */
  field: string
  fields: Fields
  sql: ReturnType<typeof lineSql>
}

export const lineTables = (of: AnyResource): LineTable[] =>
  fieldsOf(of)
    .filter(([, field]) => field.kind === 'lines')
    .map(([name, { table, fields = {} }]) => ({ field: name, fields, sql: lineSql(String(table), fields) }))

/** A row of the database → the stored form of the declared fields, in place: the row is the driver's gift. */
export function fromRow(fields: Fields, row: Stored): Stored {
  for (const [name, field, load] of loadersOf(fields)) {
    const value = row[name]
    if (value !== undefined && value !== null) row[name] = load(value, field)
  }
  return row
}

type Loader = readonly [name: string, field: Field, load: (value: unknown, field: Field) => unknown]
const loaders = new WeakMap<Fields, Loader[]>()

/** What has to be read differently from how the driver gives it. Integers it gives as numbers already. */
function loadersOf(fields: Fields): Loader[] {
  const known = loaders.get(fields)
  if (known) return known
  const made = Object.entries(fields).flatMap(([name, field]): Loader[] => {
    const load = kinds[field.kind].load
    return load ? [[name, field, load]] : []
  })
  loaders.set(fields, made)
  return made
}

/** The stored form → what the columns take; fields without a column of their own are left out. */
export function toRow(fields: Fields, values: Stored): ColumnValues {
  const row: ColumnValues = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (value === undefined || field.derived || kinds[field.kind].column(field) === null) continue
    row[name] = value === null ? null : plain(kinds[field.kind].save?.(value) ?? value)
  }
  return row
}

function plain(value: unknown): Value {
  if (typeof value === 'number' || typeof value === 'boolean' || Buffer.isBuffer(value)) return value
  return typeof value === 'string' ? value : JSON.stringify(value)
}
