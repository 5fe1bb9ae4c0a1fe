import type { Catalog } from '../catalog.js'
import type { Stored } from '../resource.js'
import { say } from '../text.js'
import type { Faults } from './faults.js'
import type { References } from './findReferences.js'
import type { ImportColumn } from './importable.js'
import { putAt, linesPart } from './importable.js'
import { UNREADABLE, valueAt, type FileRecord } from './readRecords.js'

/** Puts ids where the records of a batch still have the texts that name other records. */
export async function resolveReferences(
  catalog: Catalog,
  references: References,
  records: readonly FileRecord[],
  columns: readonly ImportColumn[],
  faults: Faults,
): Promise<void> {
  const named = columns.filter(({ field }) => field.kind === 'reference')
  for (const { path, field, ofRecord } of named) {
    const places = records.flatMap((record) =>
      ofRecord
        ? [{ row: record.row, body: record.body, at: path }]
        : record.lines.map((body, i) => ({
            row: record.lineRows[i] ?? record.row,
            body,
            at: linesPart(path),
          })),
    )
    const wanted = places.filter(({ body, at }) => typeof valueAt(body, at) === 'string')
    const resource = String(field.reference)
    await references.load(
      resource,
      wanted.map(({ body, at }) => String(valueAt(body, at))),
    )
    const { label } = catalog.get(resource).of
    for (const { row, body, at } of wanted) resolve(row, body, at)

    function resolve(row: number, body: Stored, at: string): void {
      const text = String(valueAt(body, at))
      const id = references.get(resource, text)
      if (typeof id === 'number') return putAt(body, at, id)
      putAt(body, at, UNREADABLE)
      faults.add(
        row,
        path,
        id === 'many'
          ? say(
              `有几条${label.zh}都叫「${text}」，请改填编码。`,
              `Several records of ${label.en} are called "${text}"; write the code instead.`,
            )
          : say(
              `没有编码或名称为「${text}」的${label.zh}。`,
              `There is no record in ${label.en} with the code or name "${text}".`,
            ),
      )
    }
  }
}
