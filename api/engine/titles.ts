import type { Tx } from '../db/database.js'
import { run } from '../db/driver.js'
import { decide, type Principal } from './access.js'
import type { Catalog } from './catalog.js'
import { column, oneOf } from './condition.js'
import type { Field } from './fields/index.js'
import { canRead } from './rights.js'
import type { AnyResource, Stored } from './resource.js'

/** The name of a referenced record, if the person may read it and it was loaded. */
export type Titles = (resource: string, id: number) => string | null

/** How many names are remembered before the memory is emptied: exports of any size stay small. */
const MOST_TITLES = 20_000

export interface TitleCache {
  get: Titles
  /** Reads the names that are not known yet, in one statement. */
  load(resource: string, ids: Iterable<number>): Promise<void>
  /** The same for everything that these fields of the records name. */
  loadNamed(fields: readonly [string, Field][], records: readonly Stored[]): Promise<void>
}

/** Names of referenced records, for texts that people read. */
export function titleCache(catalog: Catalog, who: Principal, tx?: Tx): TitleCache {
  const known = new Map<string, Map<number, string>>()

  const load = async (resource: string, ids: Iterable<number>): Promise<void> => {
    const { of, sequelize, sql } = catalog.get(resource)
    if (!hasReadableTitle(of, who)) return
    let names = known.get(resource) ?? new Map<number, string>()
    const wanted = [...new Set(ids)]
    // What is wanted now must all stay, so it is asked for anew.
    if (names.size + wanted.length > MOST_TITLES) names = new Map()
    known.set(resource, names)
    const among = oneOf(
      'id',
      wanted.filter((id) => !names.has(id)),
    )
    if (among.values.length === 0) return
    const text = `SELECT id, ${column(of.title)} AS name FROM ${sql.table} WHERE ${among.sql}`
    const { rows } = await run(sequelize, text, among.values, tx)
    for (const { id, name } of rows) if (typeof name === 'string') names.set(Number(id), name)
  }

  return {
    get: (resource, id) => known.get(resource)?.get(id) ?? null,
    load,
    async loadNamed(fields, records) {
      const wanted = new Map<string, Set<number>>()
      for (const [name, { kind, reference = '' }] of fields) {
        if (kind !== 'reference') continue
        const ids = wanted.get(reference) ?? new Set()
        wanted.set(reference, ids)
        for (const record of records) for (const id of idsOf(record[name])) ids.add(id)
      }
      for (const [resource, ids] of wanted) await load(resource, ids)
    },
  }
}

function hasReadableTitle(of: AnyResource, who: Principal): boolean {
  const title = of.title === 'id' ? undefined : of.fields[of.title]
  return (
    title !== undefined &&
    title.kind !== 'reference' &&
    canRead(title, who) &&
    decide(of.rights.read, who) !== false
  )
}

/** The ids that a reference holds: none, one or many. */
export const idsOf = (value: unknown): number[] =>
  value == null ? [] : Array.isArray(value) ? value.map(Number) : [Number(value)]
