import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { canonicalJson, sha256 } from '../../../engine/canonical.js'
import type { Context } from '../../../engine/context.js'
import { insertRecord } from '../../../engine/records.js'
import { isPaper } from './paper.js'
import { asObject, asObjects, asTexts, parseJson } from '../../../engine/shapes.js'

const FOLDER = fileURLToPath(new URL('../../../../templates/', import.meta.url))

/**
 * Brings the templates of the folder into the database as built-in editions: one for each kind whose text differs
 * from every edition that is there. Editions are never altered, so issued papers keep theirs.
 */
export async function syncTemplates(context: Context, folder = FOLDER): Promise<string[]> {
  const papers = asObjects(parseJson(await readFile(path.join(folder, 'papers.json'), 'utf8')))
  const shared = await readTexts(path.join(folder, 'partials'), 'partials/')
  const added: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'partials' || entry.name === 'fonts') continue
    const own = await readTexts(path.join(folder, entry.name))
    if (own['template.hbs'] === undefined || own['document.json'] === undefined) continue
    const { 'sample.json': _sample, ...texts } = own
    const files = { ...shared, ...texts }
    const about = asObject(parseJson(own['document.json']))
    const first = String(about.paper)
    const names = [first, ...asTexts(about.papers).filter((name) => name !== first)]
    const sizes = names.map((name) => papers.filter(isPaper).find((paper) => paper.name === name))
    if (await addEdition(context, entry.name, String(asObject(about.title).zh), files, sizes))
      added.push(entry.name)
  }
  return added
}

async function addEdition(context: Context, kind: string, name: string, files: object, papers: unknown[]) {
  const { db, tx } = context
  const hash = sha256(canonicalJson({ files, papers }))
  const rows = await db.select(
    'SELECT sha256, edition FROM templates WHERE kind = ? ORDER BY edition DESC',
    [kind],
    tx,
  )
  if (rows.some((row) => row.sha256 === hash)) return false
  const edition = Number(rows[0]?.edition ?? 0) + 1
  await insertRecord(
    context,
    { name: 'templates' },
    { kind, edition, name, builtIn: true, files, papers, sha256: hash },
  )
  return true
}

async function readTexts(folder: string, prefix = ''): Promise<Record<string, string>> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  const texts = await Promise.all(
    names
      .sort()
      .map(async (name) => [prefix + name, await readFile(path.join(folder, name), 'utf8')] as const),
  )
  return Object.fromEntries(texts)
}
