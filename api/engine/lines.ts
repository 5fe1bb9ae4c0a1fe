import type { Context } from './context.js'
import { Invalid } from './problems.js'
import type { Stored } from './resource.js'
import { toRow, type LineModel } from './tables.js'
import { asObjects } from './shapes.js'

/**
 * Makes the stored lines equal to the record's: those with a known `id` are updated, new ones inserted, missing
 * ones deleted. Their order becomes `lineNo`, from 1. Answers the lines as stored.
 */
export async function storeLines(
  { tx }: Context,
  { field, fields, model }: LineModel,
  record: Stored & { id: number },
  before: Stored[],
): Promise<Stored[]> {
  const wanted = asObjects(record[field])
  const known = new Map(before.map((line) => [Number(line.id), line]))
  const stored: Stored[] = wanted.map((line, at) => {
    if (line.id != null && !known.has(Number(line.id)))
      throw Invalid({
        [field]: [
          ...Array.from({ length: at }, () => ({})),
          { id: { zh: '这一行不属于这条记录。', en: 'This line does not belong to this record.' } },
        ],
      })
    return { ...line, id: line.id == null ? undefined : Number(line.id), parentId: record.id, lineNo: at + 1 }
  })
  const kept = new Set(stored.map((line) => line.id))
  const gone = [...known.keys()].filter((id) => !kept.has(id))
  if (gone.length > 0) await model.destroy({ where: { id: gone }, transaction: tx })
  for (const line of stored.filter((one) => one.id !== undefined)) {
    const was = known.get(Number(line.id))
    if (JSON.stringify({ ...was, ...line }) !== JSON.stringify(was))
      await model.update(
        { ...toRow(fields, line), lineNo: line.lineNo },
        { where: { id: Number(line.id) }, transaction: tx },
      )
  }
  const fresh = stored.filter((one) => one.id === undefined)
  for (const line of fresh) {
    const row = { parentId: record.id, lineNo: line.lineNo, ...toRow(fields, line) }
    const created = await model.create(row, { transaction: tx })
    line.id = Number(created.get('id'))
  }
  return stored
}
