import { run } from '../db/driver.js'
import { decide, type Principal } from './access.js'
import type { Catalog, Entry } from './catalog.js'
import { all, any, column, compare, like, type Condition } from './condition.js'
import { queryable, whereOf } from './filters.js'
import { isIndexed, type AnyResource, type Stored } from './resource.js'
import { fromRow } from './tables.js'

export interface Hit {
  entry: Entry
  record: Stored
  /** One of its names is what was asked for, letter for letter. */
  exact: boolean
}

const PER_TYPE = 6
const MOST_TEXT = 100

/** Records of all types that the person may read, by number, code or name: exact ones first, then in menu order. */
export async function searchAll(catalog: Catalog, typed: string, who: Principal): Promise<Hit[]> {
  const text = typed.trim().slice(0, MOST_TEXT)
  if (!text) return []
  const entries = catalog.list.filter(({ of }) => isKnownByName(of) && decide(of.rights.read, who) !== false)
  const found = (await Promise.all(entries.map((entry) => hitsOf(entry, text, who)))).flat()
  return [...found.filter(({ exact }) => exact), ...found.filter(({ exact }) => !exact)]
}

/** Types whose title is an indexed search field: looking for a name in the others would be a scan, or name nobody. */
const isKnownByName = (of: AnyResource) =>
  Boolean(of.search?.fields.includes(of.title)) && isIndexed(of, of.title)

async function hitsOf(entry: Entry, text: string, who: Principal): Promise<Hit[]> {
  const { of } = entry
  const names = (of.search?.fields ?? []).filter((name) => queryable(of, name, who))
  const indexed = names.filter((name) => isIndexed(of, name))
  const readable = whereOf(of, {}, who)
  const wanted = [
    read(entry, all([readable, any(indexed.map((name) => compare(name, '=', text)))]), ['id']),
    // Long tables are walked in the order of an index, from the newest number down; short ones are looked through.
    ...(of.search?.anywhere
      ? [read(entry, whereOf(of, { q: text }, who), ['id'])]
      : indexed.map((name) => read(entry, all([readable, like(name, text, false)]), [name, 'id']))),
  ]
  const records = new Map((await Promise.all(wanted)).flat().map((record) => [record.id, record]))
  const isExact = (record: Stored) =>
    names.some((name) => String(record[name] ?? '').toLowerCase() === text.toLowerCase())
  const hits = [...records.values()].map((record) => ({ entry, record, exact: isExact(record) }))
  return hits.sort((a, b) => Number(b.exact) - Number(a.exact)).slice(0, PER_TYPE)
}

async function read({ sequelize, of, sql }: Entry, where: Condition, by: string[]): Promise<Stored[]> {
  const order = by.map((name) => `${column(name)} DESC`).join(', ')
  const { rows } = await run(
    sequelize,
    `SELECT ${sql.listColumns} FROM ${sql.table} WHERE ${where.sql} ORDER BY ${order} LIMIT ${PER_TYPE}`,
    where.values,
  )
  return rows.map((row) => fromRow(of.fields, row))
}
