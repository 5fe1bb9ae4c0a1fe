import { z } from 'zod'
import { isForeignKeyViolation, uniqueViolation } from '../db/errors.js'
import type { Tx } from '../db/database.js'
import { run, type Value } from '../db/driver.js'
import type { Entry } from './catalog.js'
import { all, column, oneOf } from './condition.js'
import type { Context } from './context.js'
import { insertRows } from './insertRows.js'
import { storeLines } from './lines.js'
import { presentForAudit } from './present.js'
import type { FieldErrors } from './problem.js'
import { Conflict, Invalid, NotFound, StaleVersion } from './problems.js'
import { fieldsOf, type Ref, type Stored } from './resource.js'
import { kinds, type Field, type Fields } from './fields/index.js'
import { fromRow, toRow } from './tables.js'
import { asObjects, declared } from './shapes.js'

export type StoredRecord = Stored & { id: number; version: number }

/** Reads one record with its lines, or null. `lock` holds its row until the transaction ends. */
export async function readRecord(
  entry: Entry,
  id: number,
  options: { tx?: Tx; lock?: boolean } = {},
): Promise<StoredRecord | null> {
  const { of, sql, sequelize } = entry
  const { rows } = await run(
    sequelize,
    `SELECT ${sql.columns} FROM ${sql.table} WHERE id = ?${options.lock ? forUpdate(entry) : ''}`,
    [id],
    options.tx,
  )
  const [row] = rows
  if (!row) return null
  const record = fromRow(of.fields, row)
  for (const line of entry.lines) {
    const found = await run(
      sequelize,
      `SELECT ${line.sql.columns} FROM ${line.sql.table} WHERE parentId = ? ORDER BY lineNo`,
      [id],
      options.tx,
    )
    record[line.field] = found.rows.map((one) => fromRow(line.fields, one))
  }
  return declared(record)
}

/** SQLite locks the whole database for a writer and knows no row locks. */
const forUpdate = ({ sequelize }: Entry) => (sequelize.getDialect() === 'mysql' ? ' FOR UPDATE' : '')

/** Reads and locks a record for a change; 404 when it is not there. */
export async function lockRecord<R = StoredRecord>(
  context: Context,
  resource: Ref<R>,
  id: number,
): Promise<R> {
  const entry = context.catalog.get(resource.name)
  const record = await readRecord(entry, id, { tx: context.tx, lock: true })
  if (!record) throw NotFound(entry.of.label, id)
  return declared(record)
}

/** A value for each field, or several of which any will do. */
export type Matching = Record<string, Value | readonly Value[]>

/** Reads the records whose fields have that value, or one of those, without their lines, inside the transaction. */
export async function findRecords<R = StoredRecord>(
  context: Context,
  resource: Ref<R>,
  where: Matching,
  options: { limit?: number; lock?: boolean; order?: [field: string, direction: 'ASC' | 'DESC'] } = {},
): Promise<R[]> {
  const entry = context.catalog.get(resource.name)
  const { of, sql, sequelize } = entry
  const [by, direction] = options.order ?? ['id', 'ASC']
  const wanted = all(
    Object.entries(where).map(([name, value]) => oneOf(name, isList(value) ? value : [value])),
  )
  const limit = options.limit === undefined ? '' : ` LIMIT ${options.limit}`
  const { rows } = await run(
    sequelize,
    `SELECT ${sql.columns} FROM ${sql.table} WHERE ${wanted.sql} ORDER BY ${column(by)} ${direction}${limit}${options.lock ? forUpdate(entry) : ''}`,
    wanted.values,
    context.tx,
  )
  return rows.map((row) => declared(fromRow(of.fields, row)))
}

const isList = (value: Value | readonly Value[]): value is readonly Value[] => Array.isArray(value)

/** Stores a new record with its lines and its audit event. */
export async function insertRecord<R = StoredRecord>(
  context: Context,
  resource: Ref<R>,
  values: Stored,
  action = 'create',
): Promise<R> {
  const entry = context.catalog.get(resource.name)
  const { of } = entry
  const row = {
    version: 1,
    createdAt: context.now,
    updatedAt: context.now,
    ...withDefaults(of.fields, values),
  }
  const own = { version: 1, createdAt: context.now, updatedAt: context.now }
  const { insertId } = await refusals(entry, () =>
    insertRows(entry.sequelize, entry.sql.table, [{ ...own, ...toRow(of.fields, row) }], context.tx),
  )
  const record: StoredRecord = { ...blank(of.fields), ...row, id: insertId, version: 1 }
  for (const line of entry.lines) record[line.field] = await storeLines(context, line, record, [])
  noteEvent(context, entry, action, record, null)
  await of.afterWrite?.(context, record, null)
  keep(context, entry, record)
  return declared(record)
}

/**
 * Stores changes to a record that was read in this transaction. The version is checked and raised in the same
 * statement, so a record that changed since it was read is never overwritten.
 */
export async function updateRecord<R = StoredRecord>(
  context: Context,
  resource: Ref<R>,
  before: Stored & { id: number; version: number },
  changes: Stored,
  action = 'update',
): Promise<R> {
  const entry = context.catalog.get(resource.name)
  const { of } = entry
  const version = before.version + 1
  const row = { ...toRow(of.fields, changes), version, updatedAt: context.now }
  const names = Object.keys(row)
  const { changed } = await refusals(entry, () =>
    run(
      entry.sequelize,
      `UPDATE ${entry.sql.table} SET ${names.map((name) => `${column(name)} = ?`).join(', ')} WHERE id = ? AND version = ?`,
      [...Object.values(row), before.id, before.version],
      context.tx,
    ),
  )
  if (changed !== 1) throw StaleVersion(version)
  const record: StoredRecord = { ...before, ...changes, id: before.id, version, updatedAt: context.now }
  for (const line of entry.lines)
    if (changes[line.field] !== undefined)
      record[line.field] = await storeLines(context, line, record, asObjects(before[line.field]))
  noteEvent(context, entry, action, record, before)
  await of.afterWrite?.(context, record, before)
  keep(context, entry, record)
  return declared(record)
}

const written = new WeakMap<Tx, Map<string, StoredRecord>>()

function keep({ tx }: Context, { of }: Entry, record: StoredRecord): void {
  const records = written.get(tx) ?? new Map<string, StoredRecord>()
  written.set(tx, records)
  records.set(`${of.name} ${record.id}`, record)
}

/** What this transaction wrote was taken back in part: everything is read again. */
export const forgetWritten = ({ tx }: Context): void => void written.delete(tx)

/**
 * The record as this transaction left it, whole. It is not read again where it was written whole: whoever waits for
 * the rows that are locked here waits less.
 */
export async function recordNow(context: Context, entry: Entry, id: number): Promise<StoredRecord | null> {
  const record = written.get(context.tx)?.get(`${entry.of.name} ${id}`)
  const isWhole =
    record &&
    entry.lines.every(({ field }) => Array.isArray(record[field])) &&
    fieldsOf(entry.of).every(([name, field]) => field.derived === 'record' || record[name] !== undefined)
  return isWhole ? record : readRecord(entry, id, { tx: context.tx })
}

/** Deletes a record and its lines; refused with a sentence while other records use it. */
export async function deleteRecord(context: Context, entry: Entry, before: StoredRecord): Promise<void> {
  const remove = (table: string, key: string) =>
    run(entry.sequelize, `DELETE FROM ${table} WHERE ${key} = ?`, [before.id], context.tx)
  await refusals(entry, async () => {
    for (const { sql } of entry.lines) await remove(sql.table, 'parentId')
    await remove(entry.sql.table, 'id')
  })
  noteEvent(context, entry, 'delete', null, before)
}

export function noteEvent(
  context: Context,
  { of }: Entry,
  action: string,
  after: StoredRecord | null,
  before: Stored | null,
): void {
  const fields = after && before ? fieldsThatDiffer(of.fields, after, before) : of.fields
  const was = before && presentForAudit(fields, before)
  const is = after && presentForAudit(fields, after)
  const changed = (one: Stored | null, other: Stored | null) =>
    one && other
      ? Object.fromEntries(
          Object.entries(one).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(other[key])),
        )
      : one
  context.events.push({
    action,
    resource: of.name,
    recordId: Number((after ?? before)?.id),
    version: after?.version ?? null,
    before: changed(was, is),
    after: changed(is, was),
  })
}

/** Without those that are the very same value; the others may still say the same. */
const fieldsThatDiffer = (fields: Fields, one: Stored, other: Stored): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => one[name] !== other[name]))

export function withDefaults(fields: Fields, values: Stored): Stored {
  const row: Stored = { ...values }
  for (const [name, field] of Object.entries(fields))
    if (row[name] === undefined && field.default !== undefined && !field.derived) row[name] = defaultOf(field)
  return row
}

const defaults = new WeakMap<Field, unknown>()

function defaultOf(field: Field): unknown {
  if (!defaults.has(field))
    defaults.set(field, kinds[field.kind].input(field, () => z.never()).parse(field.default))
  return structuredClone(defaults.get(field))
}

export const blank = (fields: Fields): Stored =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, f]) => (f.derived ? [] : [[name, null]])))

/** Words what the database refuses: values that are taken, rows that are in use. */
export async function refusals<T>({ of }: Entry, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const taken = uniqueViolation(error)
    if (taken !== null) throw Invalid(takenErrors(of, taken))
    if (isForeignKeyViolation(error))
      throw Conflict({
        zh: `这条${of.label.zh}还被其他记录使用，或引用的记录已不存在。`,
        en: `This record of ${of.label.en} is used by other records, or refers to one that is gone.`,
      })
    throw error
  }
}

function takenErrors(of: Entry['of'], text: string): FieldErrors {
  const sets = [
    ...fieldsOf(of).flatMap(([name, field]) => (field.unique ? [[name]] : [])),
    ...(of.uniqueTogether ?? []),
  ]
  const set = sets.find((names) => names.some((name) => text.includes(name))) ?? [of.title]
  return Object.fromEntries(
    set.map((name) => [
      name,
      { zh: '这个值已被使用，请换一个。', en: 'This value is taken; choose another.' },
    ]),
  )
}
