/** The published schema (contract 1 of ARCHITECTURE.md): what the signed-in person may see and do. */
export interface Text2 {
  zh: string
  en: string
}

export type Where = Record<string, (string | number | boolean | null)[]>

export type FieldKind =
  | 'text'
  | 'longtext'
  | 'integer'
  | 'quantity'
  | 'money'
  | 'price'
  | 'rate'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'choice'
  | 'reference'
  | 'lines'
  | 'group'
  | 'json'
  | 'file'
  | 'hash'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error'

export interface Choice {
  value: string
  label: Text2
  tone?: Tone
}

export interface FieldSchema {
  name: string
  label: Text2
  help?: Text2
  kind: FieldKind
  required: boolean
  readOnly: boolean
  sortable: boolean
  filterable: boolean
  operators: string[]
  max?: number
  min?: number
  maxLength?: number
  many?: boolean
  choices?: Choice[]
  reference?: string
  fields?: FieldSchema[]
  /** Of lines: the columns to show. */
  grid?: string[]
  default?: unknown
  writableWhen?: Where
  width?: number
  /** Once written it stays: typed in a new record only. */
  fixed?: boolean
  /** A choice that others may add to: words of a device. */
  open?: boolean
  /** Goes in and never comes out: a password. */
  secret?: boolean
}

export interface ActionSchema {
  name: string
  label: Text2
  icon?: string
  when?: Where
  bulk: boolean
  /** A selection becomes one record of that resource; `input` is asked beside the action's own. */
  gather?: { in: string; input: FieldSchema[] }
  input: FieldSchema[]
  confirm?: Text2
  tone?: 'primary' | 'danger' | 'neutral'
  answers: string
}

export interface ResourceSchema {
  name: string
  label: Text2
  group: Text2 & { name: string }
  icon?: string
  /** Where records come from that people do not create here. */
  comesFrom?: Text2
  /** Whether the menu leads to it. */
  menu: boolean
  title: string
  can: { create: boolean; update: boolean; delete: boolean; export: boolean }
  updateWhen?: Where
  fields: FieldSchema[]
  grid: string[]
  form: (string | string[])[]
  filters: string[]
  tabs?: string
  sort: { field: string; order: 'ASC' | 'DESC' }
  search: boolean
  /** Resources whose changes change what is shown here. */
  follows?: string[]
  preview: boolean
  /** What this person may bring in from a spreadsheet, and into which columns. */
  importing?: { label: Text2; columns: { path: string; label: Text2; required: boolean; kind: FieldKind }[] }
  actions: ActionSchema[]
}

export interface SchemaUser {
  id: number
  username: string
  name: string
  roles: string[]
}

export interface Schema {
  user: SchemaUser
  resources: ResourceSchema[]
}
