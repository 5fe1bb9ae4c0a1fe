import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'slipway-browser-'

/** A new folder for one browser's profile. Its name carries our process id, so that a later run can tell it is orphaned. */
export function makeProfileFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
}

export function removeProfileFolder(folder: string): Promise<void> {
  // The dying browser may still write for a moment.
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}

/** Removes what print servers that were killed left behind. */
export async function removeOrphanedProfiles(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1])
    if (pid && !isRunning(pid)) await removeProfileFolder(join(tmpdir(), name)).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs under another user.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM'
  }
}
