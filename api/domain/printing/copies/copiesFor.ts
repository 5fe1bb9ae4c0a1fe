import type { Context } from '../../../engine/context.js'
import { Conflict, Invalid } from '../../../engine/problems.js'
import { say } from '../../../engine/text.js'
import { documentKinds, type DocumentKind } from '../documents/documentKinds.js'

export interface CopyPlan {
  copyNo: number
  name: string
  color: string
  receiver: string | null
  showsPrice: boolean
  mustReturn: boolean
  /** Days from dispatch until the signed copy shall be back; for copies that must return. */
  returnDays: number | null
}

/** The copies of the chosen copy set, or of the paper's default one. */
export async function copiesFor(
  { db, tx }: Context,
  kind: DocumentKind,
  copySetId: unknown,
): Promise<{
  mode: string
  collation: string
  scanBeforeDispatch: boolean
  checkBeforePrint: boolean
  copies: CopyPlan[]
}> {
  const [set] =
    copySetId == null
      ? await db.select(
          'SELECT id, kind, mode, collation, scanBeforeDispatch, checkBeforePrint FROM copy_sets WHERE kind = ? ORDER BY isDefault DESC, id LIMIT 1',
          [kind],
          tx,
        )
      : await db.select(
          'SELECT id, kind, mode, collation, scanBeforeDispatch, checkBeforePrint FROM copy_sets WHERE id = ?',
          [Number(copySetId)],
          tx,
        )
  const label = documentKinds[kind].label
  if (!set)
    throw Conflict(
      say(
        `「${label.zh}」还没有联次设置，请先建立。`,
        `There is no copy set for "${label.en}" yet; make one first.`,
      ),
    )
  if (set.kind !== kind)
    throw Invalid({
      copySetId: say(`这个联次设置不是「${label.zh}」的。`, `This copy set is not for "${label.en}".`),
    })
  const rows = await db.select(
    'SELECT copyNo, name, color, receiver, showsPrice, mustReturn, returnDays FROM copy_set_copies WHERE parentId = ? ORDER BY copyNo, lineNo',
    [Number(set.id)],
    tx,
  )
  const copies = rows.map((row) => ({
    copyNo: Number(row.copyNo),
    name: String(row.name),
    color: String(row.color),
    receiver: row.receiver === null ? null : String(row.receiver),
    showsPrice: Boolean(row.showsPrice),
    mustReturn: Boolean(row.mustReturn),
    returnDays: row.returnDays === null ? null : Number(row.returnDays),
  }))
  return {
    mode: String(set.mode),
    collation: String(set.collation),
    scanBeforeDispatch: Boolean(set.scanBeforeDispatch),
    checkBeforePrint: Boolean(set.checkBeforePrint),
    copies,
  }
}
