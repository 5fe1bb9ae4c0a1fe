import { allows, decide, type Principal } from '../access.js'
import type { Context } from '../context.js'
import type { Field } from '../fields/index.js'
import { canWrite } from '../rights.js'
import type { AnyResource, Stored } from '../resource.js'
import type { StoredRecord } from '../records.js'
import { asObject } from '../shapes.js'
import type { Text2 } from '../text.js'

/** What people may bring in from a spreadsheet. */
export interface Importable {
  /** What they call it, when it is not the label of the record type: opening stock. */
  label?: Text2
  /** Fields in the order of the template; a part of a group or of owned lines by its path: `shipTo.name`. */
  columns: readonly string[]
  /** Written into every record, as the API speaks it. */
  fixed?: Readonly<Record<string, string | number | boolean>>
  /** Rows that say the same in this further column, one under the other, are the lines of one record. */
  groupBy?: Text2
  /** Takes records back where deleting them is not the way. */
  undo?: (context: Context, records: readonly StoredRecord[], reason: string) => Promise<void>
}

/** The path of the column that only tells which rows belong together. */
export const GROUP = '#'

/** A column that a file may have. */
export interface ImportColumn {
  path: string
  label: Text2
  field: Field
  required: boolean
  /** Said once per record; the others are said in each of its rows. */
  ofRecord: boolean
}

/** The columns of a record type that this person may fill. None: nobody imports it. */
export function importColumns({ fields, importable }: AnyResource, who: Principal): ImportColumn[] {
  if (!importable) return []
  const { columns, groupBy } = importable
  const own = columns.flatMap((path): ImportColumn[] => {
    const [name = '', part] = path.split('.')
    const outer = fields[name]
    const field = part === undefined ? outer : outer?.fields?.[part]
    if (!outer || !field || !canWrite(outer, who) || !canWrite(field, who)) return []
    const required = Boolean(field.required) && field.default === undefined && outer.kind !== 'group'
    return [{ path, label: field.label, field, required, ofRecord: outer.kind !== 'lines' }]
  })
  if (!groupBy) return own
  const key: Field = { kind: 'text', label: groupBy, max: 100 }
  return [{ path: GROUP, label: groupBy, field: key, required: true, ofRecord: true }, ...own]
}

/** Whether the person may create what an import would: where a right depends on the record, its fixed values decide. */
export function mayImport(of: AnyResource, who: Principal): boolean {
  if (!of.importable || who.kind !== 'user') return false
  const verdict = decide(of.rights.create, who)
  return typeof verdict === 'boolean' ? verdict : allows(of.rights.create, who, { ...of.importable.fixed })
}

/** The field that holds the lines into which rows are gathered; null where each row is a record. */
export function linesOf({ fields, importable }: AnyResource): string | null {
  const paths = importable?.columns ?? []
  return (
    Object.keys(fields).find(
      (name) => paths.some((path) => path.startsWith(`${name}.`)) && fields[name]?.kind === 'lines',
    ) ?? null
  )
}

/** The faults of a declaration's `importable`, in sentences. */
export function importableFaults(of: AnyResource): string[] {
  if (!of.importable) return []
  const { columns, fixed = {}, groupBy } = of.importable
  const at = (path: string) => {
    const [name = '', part] = path.split('.')
    return part === undefined ? of.fields[name] : of.fields[name]?.fields?.[part]
  }
  const labels = columns.map((path) => at(path)?.label.zh)
  return [
    ...columns
      .filter((path) => !at(path))
      .map((path) => `${of.name}.importable names "${path}", which is not a field.`),
    ...Object.keys(fixed)
      .filter((name) => !of.fields[name])
      .map((name) => `${of.name}.importable fixes "${name}", which is not a field.`),
    ...columns
      .filter((_, i) => labels[i] !== undefined && labels.indexOf(labels[i]) !== i)
      .map(
        (path) =>
          `${of.name}.importable: the label of "${path}" is that of another column; files could not tell them apart.`,
      ),
    ...(linesOf(of) !== null && !groupBy
      ? [`${of.name}.importable has lines, but "groupBy" does not say which rows belong together.`]
      : []),
  ]
}

export const importLabel = (of: AnyResource): Text2 => of.importable?.label ?? of.label

/** A value laid into a body by its path; `lines.x` is not one of these. */
export function putAt(body: Stored, path: string, value: unknown): void {
  const [name = '', part] = path.split('.')
  if (part === undefined) body[name] = value
  else body[name] = { ...asObject(body[name]), [part]: value }
}

/** `lines.quantity` → `quantity`. */
export const linesPart = (path: string): string => path.slice(path.indexOf('.') + 1)
