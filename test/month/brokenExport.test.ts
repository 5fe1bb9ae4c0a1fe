import { describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { makeNext } from '../../api/domain/month/monthWorker.js'
import type { Database } from '../../api/db/database.js'
import { eachDatabase } from '../support/eachDatabase.js'
import type { House } from '../support/house.js'
import { ended, thisMonth, verify, zipOf } from '../support/month.js'
import { unzipped } from '../support/unzipped.js'

const log = pino({ level: 'silent' })

/** The same database, whose disk is full, or whose process is killed, at the second chunk of a file. */
function breakingAt(db: Database, error: Error): Database {
  let chunks = 0
  const execute: Database['execute'] = async (sql, values, tx) => {
    if (sql.includes('INTO file_chunks') && ++chunks > 0) throw error
    return db.execute(sql, values, tx)
  }
  return { ...db, execute }
}

/** Stands for a house whose own worker has no part in it: its next claim comes after the test's. */
async function held(house: House, work: (by: { db: Database; id: number }) => Promise<void>): Promise<void> {
  const { db } = house.api
  const now = new Date().toISOString()
  await db.execute(
    `INSERT INTO month_exports (version, createdAt, updatedAt, month, language, status, progress, claimUntil, fence)
     VALUES (1, ?, ?, ?, 'zh', 'queued', 0, 9999999999999, 0)`,
    [now, now, thisMonth()],
  )
  const [row] = await db.select('SELECT MAX(id) AS id FROM month_exports')
  await work({ db, id: Number(row?.id) })
}

const remains = (db: Database, id: number) =>
  db.select('SELECT id FROM files WHERE owner = ?', [`month-exports/${id}`])

eachDatabase((house) => {
  describe('an export that breaks', () => {
    it('fails with a sentence and leaves no half file when the disk is full', () =>
      held(house(), async ({ db, id }) => {
        const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
        const by = { db: breakingAt(db, full), catalog: house().api.catalog, log, committed: () => undefined }
        await claimNow(by, id)
        const record = await house().as('auditor').read('month-exports', id)
        expect(record).toMatchObject({ status: 'failed', error: expect.stringContaining('磁盘已满') })
        expect(await remains(db, id)).toEqual([])
        expect((await house().as('auditor').get(`/month-exports/${id}/zip`)).status).toBe(409)
      }))

    it('is begun again after its process was killed, and comes out whole', () =>
      held(house(), async ({ db, id }) => {
        // What a killed process leaves: the state, a claim that runs out, a half file.
        await db.execute(`UPDATE month_exports SET status = 'making', progress = 40 WHERE id = ?`, [id])
        const owner = `month-exports/${id}`
        await db.execute('INSERT INTO files (owner, createdAt) VALUES (?, ?)', [owner, ''])
        const [half] = await remains(db, id)
        await db.execute('INSERT INTO file_chunks (fileId, n, bytes) VALUES (?, 0, ?)', [
          Number(half?.id),
          Buffer.from('half'),
        ])
        await db.execute('UPDATE month_exports SET claimUntil = 1 WHERE id = ?', [id])
        const auditor = house().as('auditor')
        expect(await ended(auditor, id)).toMatchObject({ status: 'ready' })
        expect(await remains(db, id)).toHaveLength(1)
        expect(await verify(unzipped(await zipOf(auditor, id)))).toMatchObject({ code: 0 })
      }))

    it('is left for another process when this one is told to stop', () =>
      held(house(), async ({ db, id }) => {
        const halt = new AbortController()
        const by = { db, catalog: house().api.catalog, log, committed: () => halt.abort() }
        await claimNow(by, id, halt.signal)
        const [row] = await db.select('SELECT status FROM month_exports WHERE id = ?', [id])
        expect(row?.status).not.toBe('failed')
        expect(await ended(house().as('auditor'), id)).toMatchObject({ status: 'ready' })
        expect(await remains(db, id)).toHaveLength(1)
      }))
  })

  /** Frees the claim and takes it in one go, so that the house's own worker is not there first. */
  async function claimNow(
    by: Parameters<typeof makeNext>[0],
    id: number,
    signal = new AbortController().signal,
  ) {
    const select: Database['select'] = async (sql, values, tx) => {
      if (sql.includes('ORDER BY id LIMIT 1') && sql.includes('month_exports'))
        await by.db.execute('UPDATE month_exports SET claimUntil = NULL WHERE id = ?', [id])
      return by.db.select(sql, values, tx)
    }
    expect(await makeNext({ ...by, db: { ...by.db, select } }, signal)).toBe(true)
  }
})
