/** What became of a batch is asked at the end of each of its papers; without this, all its jobs would be read each time. */
export const up = (): string[] => ['CREATE INDEX print_jobs_batchId_status ON print_jobs (batchId, status)']
