import type { Stored } from '../../../engine/resource.js'

/** A job that ended without paper as it waits again: what nobody has looked at yet goes back to waiting for that. */
export const queuedAgain = (job: object): Stored => ({
  status: needsCheck(job) ? 'held' : 'queued',
  error: null,
  reasons: needsCheck(job) ? ['check'] : [],
  cancelRequested: false,
  expiresAt: null,
  endedAt: null,
})

const needsCheck = (job: object): boolean => 'needsCheck' in job && Boolean(job.needsCheck)
