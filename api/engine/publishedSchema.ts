import type { Database } from '../db/database.js'
import { decide, type Principal } from './access.js'
import type { Catalog, Entry } from './catalog.js'
import { kinds, type Field, type Fields } from './fields/index.js'
import { whenOf } from './operations.js'
import { importColumns, importLabel, mayImport } from './import/importable.js'
import type { AnyResource } from './resource.js'
import { canWrite, readableFields } from './rights.js'

/** What this person may see and do, for the console; the shape is Contract 1 of ARCHITECTURE.md. */
export async function publishedSchema(catalog: Catalog, who: Principal, db: Database) {
  const readable = catalog.list.filter(({ of }) => decide(of.rights.read, who) !== false)
  return {
    user: { id: who.id, username: who.username, name: who.name, roles: who.roles },
    resources: await Promise.all(
      readable.map(async (entry) => resourceSchema(entry, who, (await entry.of.defaults?.(db)) ?? {})),
    ),
  }
}

const OWN: [string, Field][] = [
  ['createdAt', { kind: 'datetime', label: { zh: '创建时间', en: 'Created' }, readOnly: true, index: true }],
  ['updatedAt', { kind: 'datetime', label: { zh: '修改时间', en: 'Updated' }, readOnly: true }],
]

function resourceSchema(entry: Entry, who: Principal, defaults: Record<string, unknown>) {
  const { of } = entry
  const readable = readableFields(of, who)
  const seen = new Set(['id', 'createdAt', 'updatedAt', ...readable.map(([name]) => name)])
  const shown = (names: readonly string[]) => names.filter((name) => seen.has(name))
  const secrets = Object.entries(of.fields).filter(([, field]) => field.secret && canWrite(field, who))
  const [field, order] = of.sort
  return {
    name: of.name,
    label: of.label,
    group: of.group,
    icon: of.icon,
    comesFrom: of.comesFrom,
    menu: of.menu !== false,
    title: of.title,
    can: {
      create: decide(of.rights.create, who) !== false,
      update: decide(of.rights.update, who) !== false,
      delete: decide(of.rights.delete, who) !== false,
      export: true,
    },
    updateWhen: of.updateWhen,
    fields: [...readable, ...secrets, ...OWN].map(([name, one]) => ({
      ...fieldSchema(name, one, who),
      ...(name in defaults && { default: defaults[name] }),
    })),
    grid: shown(of.grid),
    form: of.form
      .map((row) =>
        typeof row === 'string' ? row : row.filter((n) => seen.has(n) || secrets.some(([s]) => s === n)),
      )
      .filter((row) =>
        typeof row === 'string' ? seen.has(row) || secrets.some(([s]) => s === row) : row.length > 0,
      ),
    filters: shown(of.filters ?? []),
    tabs: of.tabs && seen.has(of.tabs) ? of.tabs : undefined,
    sort: { field, order },
    search: Boolean(of.search),
    preview: Boolean(of.preview),
    follows: of.follows,
    importing: importSchema(of, who),
    actions: Object.entries(of.actions ?? {})
      .filter(([, action]) => decide(action.allow, who) !== false)
      .map(([name, action]) => ({
        name,
        label: action.label,
        icon: action.icon,
        when: mergedWhen(entry, name, who),
        bulk: Boolean(action.bulk),
        gather: action.gather && {
          in: action.gather.in.name,
          input: fieldSchemas(action.gather.input, who),
        },
        input: fieldSchemas(action.input ?? {}, who),
        confirm: action.confirm,
        tone: action.tone,
        answers: action.answers ?? of.name,
      })),
  }
}

/** What this person may bring in from a spreadsheet, and into which columns. */
const importSchema = (of: AnyResource, who: Principal) =>
  mayImport(of, who)
    ? {
        label: importLabel(of),
        columns: importColumns(of, who).map(({ path, label, required, field }) => ({
          path,
          label,
          required,
          kind: field.kind,
        })),
      }
    : undefined

/** The state that an action asks for, narrowed by the person's own right when that is a single condition. */
function mergedWhen(entry: Entry, name: string, who: Principal) {
  const action = entry.of.actions?.[name]
  if (!action) return undefined
  const when = whenOf(entry, name, action)
  const verdict = decide(action.allow, who)
  const right = Array.isArray(verdict) && verdict.length === 1 ? verdict[0] : undefined
  return right ? { ...when, ...right } : when
}

const fieldSchemas = (fields: Fields, who: Principal) =>
  Object.entries(fields).map(([name, field]) => fieldSchema(name, field, who))

function fieldSchema(name: string, field: Field, who: Principal): Record<string, unknown> {
  const column = field.derived !== 'record' && !field.secret
  const operators = column ? kinds[field.kind].operators : []
  const count = (value: unknown) => (typeof value === 'number' ? value : undefined)
  const texts = field.kind === 'text' || field.kind === 'longtext'
  return {
    name,
    label: field.label,
    help: field.help,
    kind: field.kind === 'sentence' ? 'text' : field.kind,
    required: Boolean(field.required) && !field.readOnly,
    readOnly: !canWrite(field, who),
    fixed: field.fixed,
    sortable: column && operators.length > 0 && !field.many,
    filterable: operators.length > 0 && !field.many,
    operators,
    max: texts ? undefined : count(field.max),
    min: count(field.min),
    maxLength: texts ? (count(field.max) ?? 200) : undefined,
    many: field.many,
    open: field.open,
    choices:
      field.choices &&
      Object.entries(field.choices).map(([value, { label, tone }]) => ({ value, label, tone })),
    reference: field.reference,
    fields: field.fields && fieldSchemas(field.fields, who),
    grid: field.grid,
    default: field.default,
    writableWhen: field.writableWhen,
    width: field.width,
    secret: field.secret,
  }
}
