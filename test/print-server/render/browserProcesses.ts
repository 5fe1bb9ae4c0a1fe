import { readdirSync, readFileSync } from 'node:fs'

/** Process ids of the browsers that a process (this one by default) started and that still run. */
export function browserPids(parent = process.pid): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isBrowserOf(parent, pid))
}

/** What a process was given as environment. */
export function environmentOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean)
}

// Told by the profile folder on the command line, so that the browser's own children are not counted.
function isBrowserOf(parent: number, pid: number): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return command.includes(`slipway-browser-${parent}-`) && !command.includes('--type=')
  } catch {
    return false
  }
}
