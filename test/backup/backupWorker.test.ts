import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { fileNameOf, lastSlot, patternFault, type BackupPlan } from '../../api/domain/backup/backupPlan.js'
import { takeNext } from '../../api/domain/backup/backupWorker.js'
import { eachDatabase } from '../support/eachDatabase.js'

const log = pino({ level: 'silent' })
const going = () => new AbortController().signal

it('takes a time as the clock in Shanghai shows it', () => {
  const plan: BackupPlan = { dir: '', at: '30 2 * * *', keep: 1 }
  const slot = lastSlot(plan, new Date('2026-11-23T12:00:00Z'))
  expect(slot).toBe('2026-11-22T18:30:00.000Z')
  expect(fileNameOf(String(slot))).toBe('slipway-20261123-0230.backup.gz')
})

it('tells a pattern that is none', () => {
  expect(patternFault('30 2 * * *')).toBeNull()
  expect(patternFault('half past two')).toMatch(/./)
  expect(patternFault('0 0 31 2 *')).toBe('it never comes')
})

eachDatabase((house) => {
  let plan: BackupPlan
  const by = () => ({ db: house().api.db, catalog: house().api.catalog, log, committed: () => undefined })
  const runs = () => house().as('auditor').list('backup-runs')
  const latest = async () => (await runs()).at(-1)

  beforeEach(async () => {
    plan = { dir: mkdtempSync(path.join(tmpdir(), 'slipway-plan-')), at: '30 2 * * *', keep: 2 }
    await house().api.db.execute('DELETE FROM backup_runs')
  })

  it('takes the backup that is due, proves its restore, and records what it did', async () => {
    await house().delivered()
    expect(await takeNext(by(), plan, going())).toBe(true)
    const [name = '', ...others] = readdirSync(plan.dir)
    expect([name, others]).toEqual([fileNameOf(String(lastSlot(plan))), []])
    const bytes = readFileSync(path.join(plan.dir, name))
    expect(await latest()).toMatchObject({
      status: 'proven',
      origin: 'schedule',
      file: name,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      error: null,
      testedAt: expect.any(String),
    })
  })

  it('takes it once, also when two processes look at the same time', async () => {
    const looks = await Promise.all([takeNext(by(), plan, going()), takeNext(by(), plan, going())])
    expect(looks.filter(Boolean)).toHaveLength(1)
    expect(await takeNext(by(), plan, going())).toBe(false)
    expect(await runs()).toHaveLength(1)
  })

  it('keeps as many as it was told, and touches no other file', async () => {
    const old = ['slipway-20250101-0230.backup.gz', 'slipway-20250102-0230.backup.gz', 'mine.backup.gz']
    for (const name of old) writeFileSync(path.join(plan.dir, name), '')
    await takeNext(by(), plan, going())
    const kept = readdirSync(plan.dir)
    expect(kept).toHaveLength(3)
    expect(kept).toEqual(
      expect.arrayContaining(['mine.backup.gz', old[1], fileNameOf(String(lastSlot(plan)))]),
    )
  })

  it('says why it failed, and leaves the older backups and no half file', async () => {
    const name = fileNameOf(String(lastSlot(plan)))
    const old = 'slipway-20250101-0230.backup.gz'
    writeFileSync(path.join(plan.dir, old), '')
    symlinkSync('/dev/full', path.join(plan.dir, `${name}.part`))
    await takeNext(by(), plan, going())
    expect(await latest()).toMatchObject({ status: 'failed', error: expect.stringContaining('磁盘已满') })
    expect(readdirSync(plan.dir)).toEqual([old])
  })

  it('begins again what a killed process left', async () => {
    const { db } = house().api
    const slot = String(lastSlot(plan))
    const now = new Date().toISOString()
    await db.execute(
      `INSERT INTO backup_runs (version, createdAt, updatedAt, slot, origin, status, file, claimUntil, fence)
       VALUES (1, ?, ?, ?, 'schedule', 'running', ?, 1, 1)`,
      [now, now, slot, fileNameOf(slot)],
    )
    writeFileSync(path.join(plan.dir, `${fileNameOf(slot)}.part`), 'half')
    expect(await takeNext(by(), plan, going())).toBe(true)
    expect(await latest()).toMatchObject({ status: 'proven' })
    expect(readdirSync(plan.dir)).toEqual([fileNameOf(slot)])
  })
})
