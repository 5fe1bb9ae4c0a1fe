import { damaged } from './backupFault.js'
import type { BackupManifest } from './format.js'
import { readBackup } from './readBackup.js'

/** Reads a backup to its end and answers what is in it; throws a `BackupFault` when anything is wrong with it. */
export async function checkBackup(file: string): Promise<BackupManifest> {
  let manifest: BackupManifest | null = null
  for await (const part of readBackup(file)) {
    if (part.kind === 'head') manifest = { ...part.head, tables: [], rows: 0 }
    if (part.kind !== 'end' || !manifest) continue
    const { name, rows, sha256 } = part
    manifest.tables.push({ name, rows, sha256 })
    manifest.rows += rows
  }
  if (!manifest) throw damaged('文件是空的', 'it is empty')
  return manifest
}
