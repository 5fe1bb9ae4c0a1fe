import type { Field, Fields } from './fields/index.js'
import { importableFaults } from './import/importable.js'
import { lifecycleFaults } from './lifecycle.js'
import { fieldsOf, type AnyResource } from './resource.js'

const OWN = ['id', 'version', 'createdAt', 'updatedAt']
const SUFFIXES = ['_gte', '_lte']

/** Every fault of the declarations, one sentence each, so that a boot shows them all at once. */
export function declarationFaults(declarations: readonly AnyResource[]): string[] {
  const names = declarations.map((of) => of.name)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  return [
    ...twice.map((name) => `The resource "${name}" is declared twice.`),
    ...declarations.flatMap((of) => [
      ...fieldFaults(of.name, of.fields, names),
      ...placeFaults(of),
      ...importableFaults(of),
      ...(of.lifecycle ? lifecycleFaults(of.name, of.lifecycle) : []),
      ...transitionFaults(of),
      ...(of.follows ?? [])
        .filter((name) => !names.includes(name))
        .map((name) => `${of.name} follows "${name}", which is no resource.${meant(name, names)}`),
      ...Object.entries(of.actions ?? {}).flatMap(([name, action]) => [
        ...(action.answers && !names.includes(action.answers)
          ? [
              `${of.name}.${name} answers "${action.answers}", which is no resource.${meant(action.answers, names)}`,
            ]
          : []),
        ...fieldFaults(`${of.name}.${name}.input`, action.input ?? {}, names),
        ...Object.keys(action.when ?? {})
          .filter((field) => !of.fields[field])
          .map((field) => `${of.name}.${name} asks for "${field}", which is not a field.`),
      ]),
    ]),
  ]
}

function fieldFaults(where: string, fields: Fields, resources: string[]): string[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    ...(OWN.includes(name) ? [`${where}.${name}: every record has this by itself; leave it out.`] : []),
    ...(SUFFIXES.some((s) => name.endsWith(s))
      ? [`${where}.${name}: a field name cannot end in _gte or _lte, which are filter operators.`]
      : []),
    ...(field.reference && !resources.includes(field.reference)
      ? [
          `${where}.${name} refers to "${field.reference}", which is no resource.${meant(field.reference, resources)}`,
        ]
      : []),
    ...kindFaults(`${where}.${name}`, field),
    ...(field.fields ? fieldFaults(`${where}.${name}`, field.fields, resources) : []),
  ])
}

function kindFaults(where: string, field: Field): string[] {
  if (field.kind === 'choice' && Object.keys(field.choices ?? {}).length === 0 && !field.open)
    return [`${where}: a choice needs at least one value.`]
  if (field.kind === 'lines' && !field.table) return [`${where}: lines need the name of their table.`]
  if (field.grid) {
    const known = Object.keys(field.fields ?? {})
    return field.grid
      .filter((name) => !known.includes(name))
      .map((name) => `${where}.grid names "${name}", which is not a field.${meant(name, known)}`)
  }
  return []
}

function placeFaults(of: AnyResource): string[] {
  const known = [...OWN, ...Object.keys(of.fields)]
  const places: [string, readonly string[]][] = [
    ['title', [of.title]],
    ['grid', of.grid],
    ['form', of.form.flat()],
    ['filters', of.filters ?? []],
    ['tabs', of.tabs ? [of.tabs] : []],
    ['sort', [of.sort[0]]],
    ['search', of.search?.fields ?? []],
    ['updateWhen', Object.keys(of.updateWhen ?? {})],
    ['derive', Object.keys(of.derive ?? {})],
    ['lifecycle', of.lifecycle ? [of.lifecycle.field] : []],
    ['uniqueTogether', (of.uniqueTogether ?? []).flat()],
  ]
  const unknown = places.flatMap(([place, fields]) =>
    fields
      .filter((field) => !known.includes(field))
      .map((field) => `${of.name}.${place} names "${field}", which is not a field.${meant(field, known)}`),
  )
  const underived = fieldsOf(of)
    .filter(([name, field]) => field.derived === 'record' && !of.derive?.[name])
    .map(([name]) => `${of.name}.${name} is derived from the record, but "derive" does not say how.`)
  const unindexed =
    of.sort[0] === 'id' ||
    OWN.includes(of.sort[0]) ||
    of.fields[of.sort[0]]?.index ||
    of.fields[of.sort[0]]?.unique
      ? []
      : [`${of.name}.sort is by "${of.sort[0]}", which has no index; lists would be slow on many rows.`]
  return [...unknown, ...underived, ...unindexed]
}

function transitionFaults(of: AnyResource): string[] {
  const field = of.lifecycle && of.fields[of.lifecycle.field]
  return field && !field.readOnly
    ? [`${of.name}.${of.lifecycle?.field}: a lifecycle's column must be readOnly; only actions move it.`]
    : []
}

function meant(name: string, known: string[]): string {
  const near = known.map((k) => [k, distance(name, k)] as const).sort((a, b) => a[1] - b[1])[0]
  // A short name is soon near to any other.
  const most = name.length <= 3 ? 1 : name.length <= 6 ? 2 : 3
  return near && near[1] <= most ? ` Did you mean "${near[0]}"?` : ''
}

/** Levenshtein distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[b.length] ?? 0
}
