import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { asObject, parseJson } from '../../../engine/shapes.js'
import { templateKinds } from '../documents/documentKinds.js'

const FOLDER = fileURLToPath(new URL('../../../../templates/', import.meta.url))

/** The data of the kind's sample.json, which has the shape of frozen data; null where the kind has none. */
export async function sampleData(kind: string): Promise<Record<string, unknown> | null> {
  if (!Object.hasOwn(templateKinds, kind)) return null
  const text = await readFile(path.join(FOLDER, kind, 'sample.json'), 'utf8').catch(() => null)
  return text === null ? null : asObject(parseJson(text))
}
