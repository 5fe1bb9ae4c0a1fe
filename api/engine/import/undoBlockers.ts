import type { Entry } from '../catalog.js'
import type { Context } from '../context.js'
import { all, column, oneOf, type Condition } from '../condition.js'
import type { Text2 } from '../text.js'
import { say } from '../text.js'
import { referrers } from './undoMany.js'

const CHUNK = 500
/** As many records are named; of the others only the number is told. */
const MOST_NAMED = 5

const changedSince = (ids: readonly number[]): Condition =>
  all([oneOf('id', ids), { sql: 'version <> 1', values: [] }])

interface Blocked {
  ids: Set<number>
  why: Text2
}

/** Why records cannot be taken back, in sentences that name the first of them; none when they can. */
export async function undoBlockers(context: Context, entry: Entry, ids: readonly number[]): Promise<Text2[]> {
  const { of } = entry
  const changed: Blocked = { ids: new Set(), why: say('之后有过改动', 'changed since') }
  const used = new Map<string, Blocked>()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const chunk = ids.slice(at, at + CHUNK)
    const rows = await some(context, 'id', entry.sql.table, changedSince(chunk))
    for (const id of rows) changed.ids.add(id)
    if (of.importable?.undo) continue
    for (const { entry: other, table, field } of referrers(context, of.name)) {
      const { label } = other.of
      const blocked = used.get(other.of.name) ?? {
        ids: new Set(),
        why: say(`已用于${label.zh}`, `used in ${label.en}`),
      }
      used.set(other.of.name, blocked)
      for (const id of await some(context, `DISTINCT ${column(field)}`, table, oneOf(field, chunk)))
        blocked.ids.add(id)
    }
  }
  const found = [changed, ...used.values()].filter((one) => one.ids.size > 0)
  return Promise.all(found.map((one) => sentence(context, entry, one)))
}

async function some({ db, tx }: Context, what: string, table: string, among: Condition): Promise<number[]> {
  const rows = await db.select(`SELECT ${what} AS id FROM ${table} WHERE ${among.sql}`, among.values, tx)
  return rows.map(({ id }) => Number(id))
}

async function sentence({ db, tx }: Context, { of, sql }: Entry, { ids, why }: Blocked): Promise<Text2> {
  const by = oneOf('id', [...ids].slice(0, MOST_NAMED))
  const naming = column(of.fields.code ? 'code' : of.title)
  const rows = await db.select(
    `SELECT id, ${naming} AS name FROM ${sql.table} WHERE ${by.sql} ORDER BY id`,
    by.values,
    tx,
  )
  const names = rows.map(({ id, name }) => String(name ?? `#${String(id)}`))
  const more = ids.size > names.length
  return say(
    `${names.join('、')}${more ? ` 等 ${ids.size} 条` : ''}${why.zh}`,
    `${names.join(', ')}${more ? ` and others, ${ids.size} in all,` : ''} ${why.en}`,
  )
}
