import type { Database, Tx } from '../db/database.js'
import type { Access, Where } from './access.js'
import type { Action } from './action.js'
import type { Context } from './context.js'
import type { Field, Fields } from './fields/index.js'
import type { Importable } from './import/importable.js'
import type { Lifecycle } from './lifecycle.js'
import type { Text2 } from './text.js'
import type { TitleCache } from './titles.js'

/** A record as the server holds it: scaled integers, ISO times, nested objects. */
export type Stored = { [field: string]: unknown }

export interface Group extends Text2 {
  name: string
}

export interface Rights {
  read: Access
  create: Access
  update: Access
  delete: Access
}

/** What a domain function may answer instead of plainly storing the values. */
export interface Declaration<F extends Fields> {
  label: Text2
  group: Group
  icon?: string
  /** Where records come from that people do not create here: said where there are none yet. */
  comesFrom?: Text2
  /** `false`: reached from other records and by search, without an entry of its own in the menu. */
  menu?: false
  /** The field that names a record. */
  title: (keyof F & string) | 'id'
  fields: F
  grid: readonly ((keyof F & string) | 'id' | 'createdAt' | 'updatedAt')[]
  form: readonly ((keyof F & string) | readonly (keyof F & string)[])[]
  filters?: readonly ((keyof F & string) | 'createdAt' | 'updatedAt')[]
  tabs?: keyof F & string
  sort: readonly [field: string, order: 'ASC' | 'DESC']
  /** Fields that `q` looks in: from their beginning (any size), or anywhere in them (master data). */
  search?: { fields: readonly (keyof F & string)[]; anywhere?: boolean }
  rights: Rights
  updateWhen?: Where
  lifecycle?: Lifecycle
  uniqueTogether?: readonly (readonly (keyof F & string)[])[]
  /** What a new record starts with, as the API speaks it, where the house sets that while the program runs. */
  defaults?: (db: Database, tx?: Tx) => Promise<Record<string, unknown>>
  /** Values of fields with `derived: 'record'`. */
  derive?: { [K in keyof F]?: (record: Stored) => unknown }
  /** Puts beside records, many at once before they are shown, what `derive` needs of other records. */
  complete?: (titles: TitleCache, records: readonly Stored[]) => Promise<void>
  /** Checks and completes the values before they are stored. `before` is null on create. */
  prepare?: (context: Context, values: Stored, before: Stored | null) => Promise<Stored>
  /** Further effects of a create or update, in the same transaction. */
  afterWrite?: (context: Context, record: Stored, before: Stored | null) => Promise<void>
  /** The reply to a create tells a secret once, so it is never kept for a repeated Idempotency-Key. */
  revealsSecret?: boolean
  /** Resources whose changes change what is shown here, without an event of this one: their moves are its history. */
  follows?: readonly string[]
  /** `POST /preview` answers the prepared record without storing it. */
  preview?: boolean
  /** People may bring such records in from a spreadsheet. */
  importable?: Importable
  actions?: Record<string, Action>
}

/** Names a resource and knows the type of its records; enough for reading and writing them. */
export interface Ref<R> {
  name: string
  /** Never there at run time. */
  readonly record?: R
}

/** A typed name, for code that must not import the declaration (which imports that code). */
export const refTo = <D extends Ref<unknown>>(name: string): Ref<D extends Ref<infer R> ? R : never> => ({
  name,
})

export interface Resource<F extends Fields = Fields> extends Declaration<F>, Ref<RecordFrom<F>> {
  name: string
  table: string
  fields: F
}

/** A resource whose fields are only known at run time, as the engine sees it. */
export type AnyResource = Omit<
  Resource,
  'title' | 'grid' | 'form' | 'filters' | 'tabs' | 'search' | 'uniqueTogether' | 'derive' | 'record'
> & {
  title: string
  grid: readonly string[]
  form: readonly (string | readonly string[])[]
  filters?: readonly string[]
  tabs?: string
  search?: { fields: readonly string[]; anywhere?: boolean }
  uniqueTogether?: readonly (readonly string[])[]
  derive?: Record<string, ((record: Stored) => unknown) | undefined>
}

/** Declares a record type. Everything else about it is derived from this one object. */
export function resource<const F extends Fields>(name: string, declaration: Declaration<F>): Resource<F> {
  return Object.freeze({ ...declaration, name, table: name.replaceAll('-', '_') })
}

type Raw<F> = F extends { kind: 'lines'; fields: infer L extends Fields }
  ? LineOf<L>[]
  : F extends { kind: 'group'; fields: infer G extends Fields }
    ? FieldsOf<G>
    : F extends { kind: 'boolean' }
      ? boolean
      : F extends { kind: 'choice'; many: true }
        ? string[]
        : F extends { kind: 'choice'; choices: infer C; open?: false }
          ? keyof C & string
          : F extends { kind: 'reference'; many: true }
            ? number[]
            : F extends { kind: 'integer' | 'money' | 'quantity' | 'price' | 'rate' | 'reference' }
              ? number
              : F extends { kind: 'json' }
                ? unknown
                : F extends { kind: 'sentence' }
                  ? Text2
                  : string

type FieldsOf<F extends Fields> = {
  [K in keyof F]: F[K] extends { required: true } | { kind: 'lines' } ? Raw<F[K]> : Raw<F[K]> | null
}

export type LineOf<F extends Fields> = FieldsOf<F> & { id: number }

type RecordFrom<F extends Fields> = FieldsOf<F> & {
  id: number
  version: number
  createdAt: string
  updatedAt: string
}

/** The type of a stored record, inferred from its declaration. */
export type RecordOf<D> = D extends Ref<infer R> ? R : never

export const fieldsOf = (of: { fields: Fields }): [string, Field][] => Object.entries(of.fields)

/** Whether the field has an index of its own. */
export const isIndexed = ({ fields }: { fields: Fields }, name: string): boolean =>
  Boolean(fields[name]?.unique || fields[name]?.index)
