import type { EncodableAttributes } from '../ipp/encode.js'

export type VirtualJobState =
  'pending' | 'pending-held' | 'processing' | 'processing-stopped' | 'canceled' | 'aborted' | 'completed'

export interface VirtualJob {
  id: number
  uuid: string
  name: string
  user: string
  state: VirtualJobState
  reason: string
  document: Buffer | null
  bytes: number
  pages: number
  pagesDone: number
  createdAt: number
  startedAt: number | null
  completedAt: number | null
}

export function isDone(job: VirtualJob): boolean {
  return job.state === 'canceled' || job.state === 'aborted' || job.state === 'completed'
}

/** A job as Get-Job-Attributes tells it; times are seconds since the printer started. */
export function jobAttributesOf(job: VirtualJob, printerUri: string, bootedAt: number): EncodableAttributes {
  const upTime = (time: number) => Math.max(1, Math.round((time - bootedAt) / 1000))
  return {
    'job-id': job.id,
    'job-uri': `${printerUri}/${job.id}`,
    'job-printer-uri': printerUri,
    'job-uuid': job.uuid,
    'job-name': job.name,
    'job-originating-user-name': job.user,
    'job-state': job.state,
    'job-state-reasons': [job.reason],
    'job-k-octets': Math.ceil(job.bytes / 1024),
    'job-impressions': job.pages,
    'job-impressions-completed': job.pagesDone,
    'time-at-creation': upTime(job.createdAt),
    ...(job.startedAt !== null && { 'time-at-processing': upTime(job.startedAt) }),
    ...(job.completedAt !== null && { 'time-at-completed': upTime(job.completedAt) }),
    'job-printer-up-time': upTime(Date.now()),
  }
}
