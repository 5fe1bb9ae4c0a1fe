import { run } from '../../db/driver.js'
import { decide, type Principal } from '../access.js'
import type { Catalog } from '../catalog.js'
import { any, column, oneOf } from '../condition.js'
import { canRead } from '../rights.js'
import { fieldsOf, type AnyResource } from '../resource.js'
import { fold } from './fold.js'

/** The id that a text names; `many` when several records bear it, null when none does. */
export type Named = number | 'many' | null

const CHUNK = 500

/** Finds records by the texts that people write for them, many at once, and remembers them. */
export class References {
  private readonly known = new Map<string, Map<string, Named>>()

  constructor(
    private readonly catalog: Catalog,
    private readonly who: Principal,
  ) {}

  get = (resource: string, text: string): Named => this.known.get(resource)?.get(fold(text)) ?? null

  async load(resource: string, texts: Iterable<string>): Promise<void> {
    const known = this.known.get(resource) ?? new Map<string, Named>()
    this.known.set(resource, known)
    const missing = [...new Map([...texts].map((one) => [fold(one), one.trim()]))].filter(
      ([key]) => !known.has(key),
    )
    for (let at = 0; at < missing.length; at += CHUNK) {
      const chunk = missing.slice(at, at + CHUNK)
      for (const [key] of chunk) known.set(key, null)
      await this.read(resource, [...new Set(chunk.flatMap(([key, text]) => [text, key]))], known)
    }
  }

  private async read(resource: string, texts: string[], known: Map<string, Named>): Promise<void> {
    const { of, sql, sequelize } = this.catalog.get(resource)
    const fields = namingFields(of, this.who)
    if (fields.length === 0 || decide(of.rights.read, this.who) === false) return
    const naming = any(fields.map((field) => oneOf(field, texts)))
    const columns = ['id', ...fields].map(column).join(', ')
    const { rows } = await run(
      sequelize,
      `SELECT ${columns} FROM ${sql.table} WHERE ${naming.sql}`,
      naming.values,
    )
    // A code is one record's alone, so it goes before a name that reads the same.
    for (const field of fields.toReversed()) {
      const named = new Map<string, Named>()
      for (const row of rows) {
        const key = fold(String(row[field] ?? ''))
        if (known.has(key)) named.set(key, named.has(key) ? 'many' : Number(row.id))
      }
      for (const [key, id] of named) known.set(key, id)
    }
  }
}

/** The fields that name a record for people, the surest first: what is unique, then the title. */
export function namingFields(of: AnyResource, who: Principal): string[] {
  const texts = fieldsOf(of).filter(([, field]) => field.kind === 'text' && canRead(field, who))
  const unique = texts.filter(([, field]) => field.unique).map(([name]) => name)
  const title = texts.some(([name]) => name === of.title) ? [of.title] : []
  return [...new Set([...unique, ...title])]
}
