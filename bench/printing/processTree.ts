import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10

/** A process and all its descendants that live now. */
function treeOf(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(fieldsOf(Number(name))[1])] as const),
  )
  const belongs = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 0 && (pid === root || belongs(parents.get(pid)))
  return [...parents.keys()].filter(belongs)
}

/** Memory of a process and all its descendants, MB; what they share counts once (PSS). */
export function megabytesOf(root: number): number {
  const pss = (pid: number) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
  return treeOf(root).reduce((sum, pid) => sum + pss(pid), 0) / 1024
}

/** Processor time of a process and all its descendants, ms, those included that ended and were waited for. */
export function treeCpuMs(root: number): number {
  const ticks = (pid: number) =>
    fieldsOf(pid)
      .slice(11, 15)
      .reduce((sum, field) => sum + Number(field), 0)
  return treeOf(root).reduce((sum, pid) => sum + ticks(pid), 0) * TICK_MS
}

/** What stands behind the name of the program, which may hold anything: state, parent, …, times from the 12th on. */
const fieldsOf = (pid: number): string[] => read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []

/** A process may end while it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
