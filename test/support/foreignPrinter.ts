import type { ChildProcess } from 'node:child_process'
import net from 'node:net'

const STARTED_WITHIN_MS = 10_000

/** Ends a program politely, then by force. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGCONT')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 2_000)
  await gone
  clearTimeout(timer)
}

/** Until a program that was started is there; fails with the complaint. */
export async function within(holds: () => Promise<boolean>, complaint: string): Promise<void> {
  const deadline = Date.now() + STARTED_WITHIN_MS
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(complaint)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Whether somebody takes connections there. */
export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, 'localhost')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
