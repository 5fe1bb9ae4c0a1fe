import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from '@jest/globals'
import { startImportWorker } from '../../api/domain/imports/importWorker.js'
import { openDatabase } from '../../api/db/database.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { checked, settled } from './bringIn.js'

const script = path.join(import.meta.dirname, 'killedChild.ts')
const ROWS = 6000
/** While it still reads, while it writes, and perhaps after it. */
const KILLED_AFTER_MS = [300, 900, 1500]
const START_MS = 1200

eachDatabase((house) => {
  it('leaves nothing when the process is killed in the middle, and the next one imports it all once', async () => {
    const { api } = house()
    const clerk = api.as('clerk')
    const count = async () => {
      const [row] = await api.db.select("SELECT COUNT(*) AS n FROM customers WHERE code LIKE 'KILL%'")
      return Number(row?.n)
    }
    const file = `编码,名称\n${Array.from({ length: ROWS }, (_, n) => `KILL${n},客户${n}`).join('\n')}`
    const { id } = await checked(clerk, 'customers', file)

    const claimedUntil = (time: number | null) =>
      api.db.transaction((tx) =>
        api.db.execute('UPDATE imports SET claimUntil = ? WHERE id = ?', [time, id], tx),
      )
    const letGo = () => claimedUntil(null)
    // Held until the process that will be killed is there.
    await claimedUntil(9_000_000_000_000_000)
    await clerk.act('imports', id, 'run')
    for (const livesMs of KILLED_AFTER_MS) {
      const child = spawn(process.execPath, ['--import', 'tsx', script, api.databaseUrl], {
        stdio: 'inherit',
      })
      const gone = once(child, 'exit')
      await sleep(START_MS)
      try {
        await letGo()
        await sleep(livesMs)
      } finally {
        child.kill('SIGKILL')
        await gone
      }
      expect([0, ROWS]).toContain(await count())
    }
    // The claim of a dead process runs out by itself; the test does not wait for that.
    await letGo()
    expect(await settled(clerk, id)).toMatchObject({ status: 'done', recordCount: ROWS })
    expect(await count()).toBe(ROWS)
    const [events] = await api.db.select(
      "SELECT COUNT(*) AS n FROM audit_events WHERE requestId = ? AND resource = 'customers'",
      [`import-${id}`],
    )
    expect(Number(events?.n)).toBe(ROWS)
  }, 120_000)

  it('gives up what another process has taken over, and changes nothing', async () => {
    const { api } = house()
    const clerk = api.as('clerk')
    const { id } = await checked(
      clerk,
      'customers',
      `编码,名称\n${Array.from({ length: 3000 }, (_, n) => `TAKEN${n},客户`).join('\n')}`,
    )
    await clerk.act('imports', id, 'run')
    const other = await openDatabase(api.databaseUrl)
    const worker = startImportWorker(
      { db: other, catalog: api.catalog, committed: () => undefined, log: { warn: () => undefined } },
      10,
    )
    try {
      for (let at = 0; at < 20; at++) {
        await other
          .execute('UPDATE imports SET claimUntil = NULL, fence = fence + 1 WHERE id = ? AND status = ?', [
            id,
            'running',
          ])
          .catch(() => 0)
        await sleep(30)
      }
      expect(await settled(clerk, id)).toMatchObject({ status: 'done', recordCount: 3000 })
      const [row] = await api.db.select("SELECT COUNT(*) AS n FROM customers WHERE code LIKE 'TAKEN%'")
      expect(Number(row?.n)).toBe(3000)
    } finally {
      await worker.stop()
      await other.close()
    }
  })
})
