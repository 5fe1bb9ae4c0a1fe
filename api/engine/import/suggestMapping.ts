import type { Catalog } from '../catalog.js'
import type { FileColumn } from './readHead.js'
import { foldHead } from './fold.js'
import type { ImportColumn } from './importable.js'
import type { AnyResource } from '../resource.js'

/** Which field each column of the file fills: the letter of the column → the path of the field. */
export type Mapping = Record<string, string>

/** Every head that means a column, folded → its path: labels in both languages, field names, and the compounds people write. */
export function knownHeads(
  catalog: Catalog,
  of: AnyResource,
  columns: readonly ImportColumn[],
): Map<string, string> {
  const heads = new Map<string, string>()
  const learn = (text: string, path: string) => {
    const folded = foldHead(text)
    if (!heads.has(folded)) heads.set(folded, path)
  }
  for (const { path, label } of columns) for (const text of [label.zh, label.en, path]) learn(text, path)
  for (const { path, label, field } of columns) {
    learn(path.split('.').at(-1) ?? path, path)
    for (const own of singular(of)) for (const text of [label.zh, label.en]) learn(own + text, path)
    if (field.kind !== 'reference') continue
    const target = catalog.get(String(field.reference)).of
    for (const own of [label.zh, label.en, ...singular(target)])
      for (const name of ['', '编码', '编号', '名称', 'code', 'name']) learn(own + name, path)
  }
  return heads
}

const singular = ({ label }: AnyResource): string[] => [label.zh, label.en, label.en.replace(/s$/, '')]

/** A mapping by the heads alone; each field is filled once, by the first column that means it. */
export function suggestMapping(columns: readonly FileColumn[], heads: ReadonlyMap<string, string>): Mapping {
  const mapping: Mapping = {}
  const taken = new Set<string>()
  for (const { letter, head } of columns) {
    const path = heads.get(foldHead(head))
    if (path === undefined || taken.has(path)) continue
    taken.add(path)
    mapping[letter] = path
  }
  return mapping
}
