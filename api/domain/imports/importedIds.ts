import type { Context } from '../../engine/context.js'

/** The ids of the records that an import has made. */
export async function importedIds({ db, tx }: Context, importId: number): Promise<number[]> {
  const rows = await db.select(
    'SELECT recordId FROM import_records WHERE importId = ? ORDER BY recordId',
    [importId],
    tx,
  )
  return rows.map(({ recordId }) => Number(recordId))
}

const CHUNK = 500

export async function noteImported(
  { db, tx }: Context,
  importId: number,
  ids: readonly number[],
): Promise<void> {
  for (let at = 0; at < ids.length; at += CHUNK) {
    const chunk = ids.slice(at, at + CHUNK)
    await db.execute(
      `INSERT INTO import_records (importId, recordId) VALUES ${chunk.map(() => '(?, ?)').join(', ')}`,
      chunk.flatMap((id) => [importId, id]),
      tx,
    )
  }
}
