import { column } from './condition.js'
import { kinds, type Fields } from './fields/index.js'
import { fieldsOf, type AnyResource } from './resource.js'

/** Texts of SQL that never change, made once from a declaration. */
export interface RecordSql {
  table: string
  /** The columns that lists read: everything but lines and free JSON, which only the single record shows. */
  listColumns: string
  columns: string
}

const own = ['id', 'version', 'createdAt', 'updatedAt']

export function recordSql(of: AnyResource): RecordSql {
  const stored = fieldsOf(of).filter(
    ([, field]) => field.derived !== 'record' && kinds[field.kind].column(field),
  )
  const listed = stored.filter(([, field]) => field.kind !== 'json' && !field.secret)
  return {
    table: column(of.table),
    listColumns: quoted([...own, ...listed.map(([name]) => name)]),
    columns: quoted([...own, ...stored.map(([name]) => name)]),
  }
}

/** The same for owned lines. */
export const lineSql = (table: string, fields: Fields): Pick<RecordSql, 'table' | 'columns'> => ({
  table: column(table),
  columns: quoted([
    ...['id', 'parentId', 'lineNo'],
    ...Object.entries(fields).flatMap(([name, field]) => (kinds[field.kind].column(field) ? [name] : [])),
  ]),
})

const quoted = (names: readonly string[]): string => names.map(column).join(', ')
