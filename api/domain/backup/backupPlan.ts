import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Cron } from 'croner'

/** When backups are taken, where they are kept, and how many. */
export interface BackupPlan {
  dir: string
  /** A cron pattern in Asia/Shanghai time. */
  at: string
  keep: number
}

const NAME = /^slipway-\d{8}-\d{4}\.backup\.gz$/

/** The last time before `now` at which the plan wanted a backup, ISO; null when there was none. */
export function lastSlot({ at }: BackupPlan, now = new Date()): string | null {
  const cron = new Cron(at, { timezone: 'Asia/Shanghai', paused: true })
  return cron.previousRuns(1, now)[0]?.toISOString() ?? null
}

/** Why the text is no cron pattern, or null when it is one. */
export function patternFault(at: string): string | null {
  try {
    return new Cron(at, { paused: true }).nextRun() ? null : 'it never comes'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The file of the backup planned for that time, e.g. `slipway-20261123-0230.backup.gz`, in Shanghai time. */
export function fileNameOf(slot: string): string {
  const local = new Date(Date.parse(slot) + 8 * 3600_000).toISOString()
  return `slipway-${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 16).replace(':', '')}.backup.gz`
}

/** Removes the oldest planned backups beyond those to keep; touches no other file. */
export async function prune({ dir, keep }: BackupPlan): Promise<void> {
  const names = (await readdir(dir)).filter((name) => NAME.test(name)).sort()
  for (const name of names.slice(0, -keep)) await rm(path.join(dir, name))
}
