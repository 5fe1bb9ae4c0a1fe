import { pino, type Logger } from 'pino'

/** JSON lines on standard output. Callers log ids and keywords only: no keys, no addresses, no customers' data. */
export function createLog(name: string): Logger {
  return pino({ name, base: { pid: process.pid, name }, timestamp: pino.stdTimeFunctions.isoTime })
}

/** Messages of unforeseen faults may quote a document, so only their kind and place are logged. */
export function faultOf(error: unknown): { name: string; frames: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { name: error.name, frames: frames.slice(0, 6).map((line) => line.trim()) }
}
