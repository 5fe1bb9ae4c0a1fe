import { treeCpuMs } from './processTree.js'

/** How quickly documents came, and what each cost. */
export interface Speed {
  perSecond: number
  /** ms of processor time per document, of this process and all that it started. */
  cpuMs: number
}

/** Runs the work and says how many documents it made. */
export async function measured(work: () => Promise<number>): Promise<Speed> {
  const cpu = treeCpuMs(process.pid)
  const start = performance.now()
  const documents = await work()
  const ms = performance.now() - start
  return { perSecond: (documents * 1000) / ms, cpuMs: (treeCpuMs(process.pid) - cpu) / documents }
}
