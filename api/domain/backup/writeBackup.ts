import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Database, Tx } from '../../db/database.js'
import { errorCode, isDiskFull } from '../../db/errors.js'
import { ranMigrations } from '../../db/migrate.js'
import { say } from '../../engine/text.js'
import { auditHead } from '../audit/auditHead.js'
import { BackupFault } from './backupFault.js'
import { FORMAT, type BackupManifest } from './format.js'
import { rowsOf } from './rowsOf.js'
import { backedUpTables } from './tables.js'

export interface WrittenBackup {
  manifest: BackupManifest
  size: number
  sha256: string
}

/**
 * Writes the whole database, as it is at one moment, into a new file; nobody waits for it. The file has its name only
 * once it is whole: what breaks off leaves nothing.
 */
export async function writeBackup(db: Database, file: string, signal?: AbortSignal): Promise<WrittenBackup> {
  if (existsSync(file))
    throw new BackupFault(
      say(`文件 ${file} 已存在，请换一个文件名。`, `${file} is there already; choose another name.`),
    )
  const part = `${file}.part`
  const hash = createHash('sha256')
  let size = 0
  async function* counted(bytes: AsyncIterable<Uint8Array>) {
    for await (const chunk of bytes) {
      hash.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  try {
    const manifest = await db.snapshot(async (tx) => {
      const begun: BackupManifest = {
        slipway: 'backup',
        format: FORMAT,
        madeAt: new Date().toISOString(),
        migrations: await ranMigrations(db),
        audit: await auditHead(db, tx),
        tables: [],
        rows: 0,
      }
      const lines = Readable.from(linesOf(db, begun, tx))
      const target = createWriteStream(part, { mode: 0o600, flush: true })
      await pipeline(lines, createGzip({ level: 5 }), counted, target, { ...(signal && { signal }) })
      return begun
    })
    await rename(part, file)
    return { manifest, size, sha256: hash.digest('hex') }
  } catch (error) {
    await rm(part, { force: true })
    throw worded(error, file)
  }
}

/** The lines of the backup; the sums of the tables are put into the manifest on the way. */
async function* linesOf(db: Database, manifest: BackupManifest, tx: Tx): AsyncGenerator<string> {
  const { tables: sums, rows: _, ...head } = manifest
  yield line(head)
  for (const table of await backedUpTables(db, tx)) {
    yield line({ table: table.name, columns: table.columns })
    const hash = createHash('sha256')
    let rows = 0
    for await (const batch of rowsOf(db, table, tx)) {
      const text = `${batch.join('\n')}\n`
      hash.update(text)
      rows += batch.length
      yield text
    }
    const sum = { rows, sha256: hash.digest('hex') }
    sums.push({ name: table.name, ...sum })
    manifest.rows += rows
    yield line({ end: table.name, ...sum })
  }
  yield line({ whole: true, tables: sums.length, rows: manifest.rows })
}

const line = (value: object): string => `${JSON.stringify(value)}\n`

function worded(error: unknown, file: string): unknown {
  if (isDiskFull(error))
    return new BackupFault(
      say(
        `存放 ${file} 的磁盘已满，没有留下半个文件。请清出空间后重试。`,
        `The disk of ${file} is full; no half file was left. Free some space and try again.`,
      ),
    )
  if (['ENOENT', 'ENOTDIR', 'EACCES', 'EROFS'].includes(errorCode(error)))
    return new BackupFault(
      say(
        `不能写入 ${path.dirname(file)}：请先建好这个文件夹并给予写权限。`,
        `${path.dirname(file)} cannot be written: make that folder and let this user write to it.`,
      ),
    )
  return error
}
