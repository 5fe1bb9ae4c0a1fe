import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { openDatabase, type Database } from '../../api/db/database.js'
import { migrate, pendingMigrations } from '../../api/db/migrate.js'
import { sealEvents } from '../../api/domain/audit/sealer.js'
import { checkBackup } from '../../api/domain/backup/checkBackup.js'
import { restoreBackup } from '../../api/domain/backup/restoreBackup.js'
import { writeBackup, type WrittenBackup } from '../../api/domain/backup/writeBackup.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { freshMysqlUrl } from '../support/freshMysqlUrl.js'
import { archive } from '../support/month.js'

const folder = mkdtempSync(path.join(tmpdir(), 'slipway-backup-'))
let made = 0
const newFile = (name: string) => path.join(folder, `${(made += 1)}-${name}`)

const targets = {
  sqlite: async () => `sqlite:${newFile('target.sqlite')}`,
  mysql: freshMysqlUrl,
}

/** Opens a database for the length of some work. */
async function within<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(url)
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

const tablesIn = (db: Database) =>
  db.select(
    db.dialect === 'mysql'
      ? 'SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()'
      : "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'",
  )

it('brings a backup of an older version up to date', async () => {
  const old = newFile('old.backup.gz')
  const now = new Date().toISOString()
  await within(await targets.sqlite(), async (db) => {
    await migrate(db, '0001-core')
    await db.execute(
      `INSERT INTO customers (version, createdAt, updatedAt, code, name) VALUES (1, ?, ?, 'C1', '老客户')`,
      [now, now],
    )
    await writeBackup(db, old)
  })
  await within(await targets.sqlite(), async (db) => {
    const { migrated } = await restoreBackup(db, old)
    expect(migrated).toContain('0002-month-and-backup')
    expect(await pendingMigrations(db)).toEqual([])
    expect(await db.select('SELECT code, name FROM customers')).toEqual([{ code: 'C1', name: '老客户' }])
  })
})

eachDatabase((house) => {
  const file = newFile('house.backup.gz')
  let written: WrittenBackup

  beforeAll(async () => {
    await house().delivered()
    const customer = await house().customer({ name: `带'引号"和\\反斜线,还有表情 🙂 ?` })
    await house().draft({ customerId: customer.id })
    await archive(house(), await house().issued(), Buffer.from([0, 1, 2, 255, 254, 39, 92]))
    written = await writeBackup(house().api.db, file)
  })

  const spoiled = (spoil: (text: string) => string): string => {
    const target = newFile('spoiled.backup.gz')
    writeFileSync(target, gzipSync(spoil(gunzipSync(readFileSync(file)).toString('utf8'))))
    return target
  }
  /** Restores into a fresh SQLite file, and makes sure that a refusal left nothing in it. */
  const refused = async (from: string, sentence: RegExp) =>
    within(await targets.sqlite(), async (db) => {
      await expect(restoreBackup(db, from)).rejects.toThrow(sentence)
      expect(await tablesIn(db)).toEqual([])
    })

  describe.each(['sqlite', 'mysql'] as const)('restored into %s', (target) => {
    it('is the same, table by table and hash by hash, and a backup of it is so too', async () => {
      await within(await targets[target](), async (db) => {
        const { manifest, faults, migrated } = await restoreBackup(db, file)
        expect([faults, migrated, await pendingMigrations(db)]).toEqual([[], [], []])
        const again = await writeBackup(db, newFile('again.backup.gz'))
        expect(again.manifest.tables).toEqual(manifest.tables)
        expect(again.manifest.audit).toEqual(written.manifest.audit)
        const [row] = await db.select('SELECT COUNT(*) AS n FROM sessions')
        expect(Number(row?.n)).toBe(0)
      })
    })
  })

  it('holds every table with its rows, and says so in its manifest', async () => {
    const manifest = await checkBackup(file)
    expect(manifest).toEqual(written.manifest)
    const { db } = house().api
    for (const name of ['orders', 'order_lines', 'customers', 'blobs', 'number_register']) {
      const [row] = await db.select(`SELECT COUNT(*) AS n FROM ${name}`)
      expect(manifest.tables.find((table) => table.name === name)?.rows).toBe(Number(row?.n))
      expect(Number(row?.n)).toBeGreaterThan(0)
    }
  })

  it('is of one moment, whatever is written meanwhile', async () => {
    const { db } = house().api
    const [taken] = await Promise.all([
      writeBackup(db, newFile('busy.backup.gz')),
      ...Array.from({ length: 5 }, () => house().submitted()),
    ])
    const file = readdirSync(folder).find((name) => name.endsWith('busy.backup.gz'))
    await within(await targets.sqlite(), async (target) => {
      const { manifest, faults } = await restoreBackup(target, path.join(folder, String(file)))
      expect([manifest.tables, faults]).toEqual([taken.manifest.tables, []])
    })
  })

  it('does not write over a file that is there', () =>
    expect(writeBackup(house().api.db, file)).rejects.toThrow(/is there already/))

  it('says so and leaves no half file when the disk is full', async () => {
    const file = newFile('full.backup.gz')
    // A device that is always full.
    symlinkSync('/dev/full', `${file}.part`)
    await expect(writeBackup(house().api.db, file)).rejects.toThrow(/The disk of .* is full/)
    expect(readdirSync(folder).filter((name) => name.includes('full.backup'))).toEqual([])
  })

  it('says so when the folder cannot be written', () =>
    expect(writeBackup(house().api.db, path.join(folder, 'nowhere', 'x.gz'))).rejects.toThrow(
      /cannot be written: make that folder/,
    ))

  it('refuses a database in which somebody has worked', () =>
    expect(restoreBackup(house().api.db, file)).rejects.toThrow(/not empty \(\w+ holds \d+ rows\)/))

  it('refuses a file that is no backup', async () => {
    const text = newFile('text.gz')
    writeFileSync(text, 'hello')
    await refused(text, /no backup of Slipway/)
    writeFileSync(text, gzipSync('{"hello":1}\n'))
    await refused(text, /no backup of Slipway/)
    await refused(newFile('nothing.gz'), /There is no file/)
  })

  it('refuses a file that breaks off', async () => {
    const half = newFile('half.backup.gz')
    const bytes = readFileSync(file)
    writeFileSync(half, bytes.subarray(0, bytes.length / 2))
    await refused(half, /damaged/)
    await refused(
      spoiled((text) => text.slice(0, text.lastIndexOf('{"whole"'))),
      /damaged: it breaks off/,
    )
  })

  it('refuses a file with a flipped bit', async () => {
    const flipped = newFile('flipped.backup.gz')
    const bytes = Buffer.from(readFileSync(file))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(flipped, bytes)
    await refused(flipped, /damaged/)
  })

  it('refuses a file whose rows were altered, taken out or added', async () => {
    await refused(
      spoiled((text) => text.replace('带', '戴')),
      /does not match its hash/,
    )
    await refused(
      spoiled((text) => text.replace(/\n\[[^\n]*带[^\n]*/, '')),
      /does not match its hash/,
    )
    await refused(
      spoiled((text) => text.replace(/(\n\[[^\n]*带[^\n]*)/, '$1$1')),
      /does not match its hash/,
    )
  })

  it('refuses a backup of a newer version, and of another one', async () => {
    const newer = (text: string) => text.replace('"0001-core",', '"0001-core","0001-later",')
    await refused(spoiled(newer), /another version of Slipway/)
    await refused(
      spoiled((text) => text.replace('"format":1', '"format":2')),
      /made by a newer Slipway/,
    )
  })

  it('refuses data whose audit chain was broken before the backup, unless told to accept them', async () => {
    const { db } = house().api
    while ((await sealEvents(db)) > 0);
    const [event] = await db.select('SELECT id, payload FROM audit_events WHERE seq = 3')
    const tamper = (payload: string) =>
      db.execute('UPDATE audit_events SET payload = ? WHERE id = ?', [payload, Number(event?.id)])
    await tamper(String(event?.payload).replace('at', 'At'))
    const broken = newFile('broken.backup.gz')
    await writeBackup(db, broken)
    await tamper(String(event?.payload))
    await refused(broken, /data are at fault: Event 3 does not match/)
    await within(await targets.sqlite(), async (target) => {
      const { faults } = await restoreBackup(target, broken, { acceptFaults: true })
      expect(faults).toHaveLength(1)
    })
  })
})
