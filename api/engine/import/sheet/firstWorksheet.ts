import type { ZipEntry } from './zipEntries.js'

/** The entry that holds the first sheet of a workbook, the one that the reader of rows takes too. */
export async function firstWorksheet(entries: readonly ZipEntry[]): Promise<ZipEntry | null> {
  const entry = (path: string) => entries.find(({ name }) => name === path.replace(/^\//, ''))
  const root = await textOf(entry('_rels/.rels'))
  const workbook = targets(root, '').find(({ type }) => type.endsWith('/officeDocument'))?.path
  if (!workbook) return null
  const slash = workbook.lastIndexOf('/')
  const folder = workbook.slice(0, slash + 1)
  const sheet = /<(?:\w+:)?sheet\s[^>]*?\b\w+:id="([^"]+)"/.exec(await textOf(entry(workbook)))?.[1]
  const relations = await textOf(entry(`${folder}_rels/${workbook.slice(slash + 1)}.rels`))
  const path = targets(relations, folder).find(({ id }) => id === sheet)?.path
  return (path && entry(path)) || null
}

/** The relations of a part: their ids, types and the paths that they lead to. */
function targets(xml: string, folder: string) {
  return [...xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, attributes = '']) => {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const target = value('Target')
    return {
      id: value('Id'),
      type: value('Type'),
      path: target.startsWith('/') ? target.slice(1) : folder + target,
    }
  })
}

async function textOf(entry: ZipEntry | undefined): Promise<string> {
  const parts: Buffer[] = []
  if (entry) for await (const part of entry.bytes()) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
