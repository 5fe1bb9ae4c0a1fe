import type { Tx } from '../db/database.js'
import { decide, type Principal } from './access.js'
import type { Catalog } from './catalog.js'
import { canRead } from './rights.js'
import { asObjects } from './shapes.js'

/** The name of a referenced record, if the person may read it and it was loaded. */
export type Titles = (resource: string, id: number) => string | null

/** How many names are remembered before the memory is emptied: exports of any size stay small. */
const MOST_TITLES = 20_000

export interface TitleCache {
  get: Titles
  /** Reads the names that are not known yet, in one statement. */
  load(resource: string, ids: readonly number[]): Promise<void>
}

/** Names of referenced records, for texts that people read. */
export function titleCache(catalog: Catalog, who: Principal, tx?: Tx): TitleCache {
  const known = new Map<string, string>()
  return {
    get: (resource, id) => known.get(`${resource}:${id}`) ?? null,
    async load(resource, ids) {
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
      const rows = await model.findAll({
        where: { id: missing },
        attributes: ['id', of.title],
        raw: true,
        transaction: tx ?? null,
      })
      for (const row of asObjects(rows))
        if (typeof row[of.title] === 'string')
          known.set(`${resource}:${String(row.id)}`, String(row[of.title]))
    },
  }
}

/** The ids that a reference holds: none, one or many. */
export const idsOf = (value: unknown): number[] => (value == null ? [] : [value].flat().map(Number))
