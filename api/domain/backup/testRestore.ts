import { rm } from 'node:fs/promises'
import { openDatabase } from '../../db/database.js'
import { restoreBackup, type Restored } from './restoreBackup.js'

/** Proves that a backup can be restored: into a scratch database beside it, compared hash by hash, then removed. */
export async function testRestore(file: string, signal?: AbortSignal): Promise<Restored> {
  const scratch = `${file}.restore-test.sqlite`
  const remove = () =>
    Promise.all(['', '-wal', '-shm', '-journal'].map((end) => rm(`${scratch}${end}`, { force: true })))
  await remove()
  try {
    const db = await openDatabase(`sqlite:${scratch}`)
    try {
      return await restoreBackup(db, file, { ...(signal && { signal }) })
    } finally {
      await db.close()
    }
  } finally {
    await remove()
  }
}
