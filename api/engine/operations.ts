import { allows, decide, matches } from './access.js'
import type { Action } from './action.js'
import type { Catalog, Entry } from './catalog.js'
import type { Context } from './context.js'
import { Forbidden, IllegalTransition, NotFound, StaleVersion } from './problems.js'
import { checkReferences } from './references.js'
import {
  deleteRecord,
  insertRecord,
  readRecord,
  recordNow,
  updateRecord,
  type StoredRecord,
} from './records.js'
import { writable } from './rights.js'
import type { Stored } from './resource.js'
import { say, type Text2 } from './text.js'
import { objectOf, parseValues } from './validator.js'

/** Parses, allows, prepares and stores a new record. */
export async function create(context: Context, entry: Entry, body: unknown): Promise<StoredRecord> {
  return insertRecord(context, { name: entry.of.name }, await prepared(context, entry, body))
}

/** The values of a new record as they would be stored, after every check and computation. */
export async function prepared(context: Context, entry: Entry, body: unknown): Promise<Stored> {
  const { of } = entry
  if (decide(of.rights.create, context.who) === false) throw Forbidden()
  const sent = await withDefaults(context, entry, body)
  const values = writable(of, context.who, parseValues(entry.validators.create, sent), null)
  if (!allows(of.rights.create, context.who, values)) throw Forbidden()
  if (of.lifecycle) values[of.lifecycle.field] = of.lifecycle.initial
  await checkReferences(context, of.fields, values)
  return of.prepare ? of.prepare(context, values, null) : values
}

/** What was sent, and what the house has set for the rest. */
async function withDefaults({ db, tx }: Context, { of }: Entry, body: unknown): Promise<unknown> {
  if (!of.defaults || typeof body !== 'object' || body === null || Array.isArray(body)) return body
  return { ...(await of.defaults(db, tx)), ...body }
}

/** Merges what was sent into the record. A stale `version` is refused; without one the row lock decides. */
export async function update(
  context: Context,
  entry: Entry,
  id: number,
  body: unknown,
): Promise<StoredRecord> {
  const { of } = entry
  if (decide(of.rights.update, context.who) === false) throw Forbidden()
  const before = await lockReadable(context, entry, id)
  if (!allows(of.rights.update, context.who, before)) throw Forbidden()
  const sent = parseValues(entry.validators.update, body)
  if (sent.version != null && Number(sent.version) !== before.version) throw StaleVersion(before.version)
  if (of.updateWhen && !matches(of.updateWhen, before))
    throw illegal(entry, { zh: '修改', en: 'edit' }, before, of.updateWhen)
  const changes = writable(of, context.who, sent, before)
  await checkReferences(context, of.fields, changes, before)
  const values = of.prepare ? await of.prepare(context, changes, before) : changes
  return updateRecord(context, { name: of.name }, before, values)
}

export async function remove(context: Context, entry: Entry, id: number): Promise<StoredRecord> {
  if (decide(entry.of.rights.delete, context.who) === false) throw Forbidden()
  const before = await lockReadable(context, entry, id)
  if (!allows(entry.of.rights.delete, context.who, before)) throw Forbidden()
  await deleteRecord(context, entry, before)
  return before
}

const inputs = new WeakMap<Action, ReturnType<typeof objectOf>>()

/** Made once per action: making a validator costs far more than using it. */
function inputOf(action: Action): ReturnType<typeof objectOf> {
  const input = inputs.get(action) ?? objectOf(action.input ?? {}, true)
  inputs.set(action, input)
  return input
}

/** Runs a declared action on one record; answers the entry and the record that it changed or made. */
export async function act(
  context: Context,
  catalog: Catalog,
  entry: Entry,
  name: string,
  id: number,
  body: unknown,
): Promise<{ entry: Entry; record: StoredRecord }> {
  const { of } = entry
  const action = of.actions && Object.hasOwn(of.actions, name) ? of.actions[name] : undefined
  if (!action) throw NotFound({ zh: `${of.label.zh}/${name}`, en: `${of.label.en}/${name}` })
  if (decide(action.allow, context.who) === false) throw Forbidden()
  const before = await lockReadable(context, entry, id)
  const { version, ...input } = parseValues(inputOf(action), body ?? {})
  if (version != null && Number(version) !== before.version) throw StaleVersion(before.version)
  const when = whenOf(entry, name, action)
  if (when && !matches(when, before)) throw illegal(entry, action.label, before, when)
  if (!allows(action.allow, context.who, before)) throw Forbidden()
  await checkReferences(context, action.input ?? {}, input)
  const answer = await action.run(context, before, input, of)
  const target = catalog.get(answer.resource.name)
  const record = await recordNow(context, target, answer.id)
  if (!record) throw NotFound(target.of.label, answer.id)
  return { entry: target, record }
}

/** The state an action asks for: its own `when`, or the `from` of the lifecycle's transition of its name. */
export function whenOf({ of }: Entry, name: string, action: Action): Action['when'] {
  if (action.when) return action.when
  const transition = of.lifecycle?.transitions[name]
  return of.lifecycle && transition ? { [of.lifecycle.field]: transition.from } : undefined
}

async function lockReadable(context: Context, entry: Entry, id: number): Promise<StoredRecord> {
  const record = await readRecord(entry, id, { tx: context.tx, lock: true })
  if (!record || !allows(entry.of.rights.read, context.who, record)) throw NotFound(entry.of.label, id)
  return record
}

/** What is no choice says only whether it is there: a number or another record would tell nobody anything. */
const filledOrEmpty = ({ zh, en }: Text2, value: unknown): Text2 =>
  value == null || value === false
    ? say(`没有${zh}`, `without ${en.toLowerCase()}`)
    : say(`有${zh}`, `with ${en.toLowerCase()}`)

function illegal(
  { of }: Entry,
  action: { zh: string; en: string },
  record: Stored,
  when: Record<string, readonly unknown[]>,
) {
  const [field, wanted] =
    Object.entries(when).find(([name, values]) => !values.includes(record[name] ?? null)) ?? []
  const declared = field ? of.fields[field] : undefined
  const label = (value: unknown): Text2 =>
    declared?.choices?.[String(value)]?.label ??
    (declared ? filledOrEmpty(declared.label, value) : say(String(value), String(value)))
  return IllegalTransition(action, label(field && record[field]), (wanted ?? []).map(label))
}
