import type { Context } from '../../../engine/context.js'
import { insertRecord } from '../../../engine/records.js'
import { defaultCopySets } from './defaultCopySets.js'

/**
 * Gives each kind of paper that has no copy set its default one, so that whatever can be issued can be issued at
 * once, also in a house that was there before the kind was. Answers the kinds.
 */
export async function addCopySets(context: Context): Promise<string[]> {
  const rows = await context.db.select('SELECT name, kind FROM copy_sets', [], context.tx)
  const [names, kinds] = [rows.map(({ name }) => name), rows.map(({ kind }) => kind)]
  const missing = defaultCopySets.filter(({ kind }) => !kinds.includes(kind))
  for (const one of missing) {
    const name = names.includes(one.name) ? `${one.name} ${one.kind}` : one.name
    await insertRecord(context, { name: 'copy-sets' }, { ...one, name })
  }
  return missing.map(({ kind }) => kind)
}
