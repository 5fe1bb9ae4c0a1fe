import { readFileSync } from 'node:fs'

const TICK_MS = 10

/** Processor time that a process has used, ms: it says what a call costs even while the machine is busy with others. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
