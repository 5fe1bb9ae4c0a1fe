import type { Field, Fields } from '../../engine/fields/index.js'
import type { AnyResource, Stored } from '../../engine/resource.js'
import { asObject, asObjects, parseJson } from '../../engine/shapes.js'
import { idsOf, type TitleCache } from '../../engine/titles.js'
import { describeEvent } from './describeEvent.js'

/** Puts the words of each event beside it, as `words`; the names of all records that they speak of are read at once. */
export async function completeEvents(
  recordTypes: readonly AnyResource[],
  titles: TitleCache,
  events: readonly Stored[],
): Promise<void> {
  const known = events.map((event) => ({
    event,
    payload: asObject(parseJson(event.payload)),
    fields: recordTypes.find(({ name }) => name === event.resource)?.fields ?? {},
  }))
  const wanted = new Map<string, Set<number>>()
  for (const { payload, fields } of known)
    for (const record of [payload.before, payload.after])
      for (const [resource, id] of referencesIn(fields, asObject(record)))
        wanted.set(resource, (wanted.get(resource) ?? new Set()).add(id))
  for (const [resource, ids] of wanted) await titles.load(resource, [...ids])
  for (const { event, payload, fields } of known) {
    const { before, after, note } = payload
    event.words = describeEvent({ before, after, note }, fields, titles.get)
  }
}

function referencesIn(fields: Fields, record: Stored): [string, number][] {
  return Object.entries(record).flatMap(([name, value]) => {
    const field: Field | undefined = fields[name]
    if (field?.kind === 'reference')
      return idsOf(value).map((id): [string, number] => [String(field.reference), id])
    if (field?.kind === 'lines')
      return asObjects(value).flatMap((line) => referencesIn(field.fields ?? {}, line))
    return []
  })
}
