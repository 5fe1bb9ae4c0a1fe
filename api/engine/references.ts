import { oneOf } from './condition.js'
import type { Context } from './context.js'
import type { Fields } from './fields/index.js'
import type { FieldErrors } from './problem.js'
import { Invalid } from './problems.js'
import type { Stored } from './resource.js'
import { asObjects } from './shapes.js'

/** Checks that every referenced record exists; the error names the field, also inside lines. */
export async function checkReferences(context: Context, fields: Fields, values: Stored): Promise<void> {
  const errors: FieldErrors = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (value == null || field.readOnly || field.derived) continue
    if (field.kind === 'reference') {
      const missing = await missingIds(context, String(field.reference), [value].flat().map(Number))
      if (missing.size > 0) errors[name] = noSuch(context, String(field.reference), [...missing])
    }
    if (field.kind === 'lines') {
      const lineErrors = await lineReferences(context, field.fields ?? {}, asObjects(value))
      if (lineErrors) errors[name] = lineErrors
    }
  }
  if (Object.keys(errors).length > 0) throw Invalid(errors)
}

async function lineReferences(
  context: Context,
  fields: Fields,
  lines: Stored[],
): Promise<FieldErrors[] | null> {
  const errors: FieldErrors[] = lines.map(() => ({}))
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'reference' || field.readOnly) continue
    const ids = lines.flatMap((line) => (line[name] == null ? [] : [Number(line[name])]))
    const missing = await missingIds(context, String(field.reference), ids)
    lines.forEach((line, at) => {
      const id = Number(line[name])
      const error = errors[at]
      if (error && missing.has(id)) error[name] = noSuch(context, String(field.reference), [id])
    })
  }
  return errors.some((error) => Object.keys(error).length > 0) ? errors : null
}

async function missingIds(
  { catalog, db, tx }: Context,
  resource: string,
  ids: number[],
): Promise<Set<number>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Set()
  const where = oneOf('id', wanted)
  const rows = await db.select(
    `SELECT id FROM ${catalog.get(resource).sql.table} WHERE ${where.sql}`,
    where.values,
    tx,
  )
  const found = new Set(rows.map(({ id }) => Number(id)))
  return new Set(wanted.filter((id) => !found.has(id)))
}

function noSuch({ catalog }: Context, resource: string, ids: number[]) {
  const { label } = catalog.get(resource).of
  return {
    zh: `没有编号为 ${ids.join('、')} 的${label.zh},请重新选择。`,
    en: `There is no record ${ids.join(', ')} in ${label.en}; choose again.`,
  }
}
