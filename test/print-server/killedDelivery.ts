import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { ApiCall } from '../support/fakeApiCall.js'
import type { FakeApiJob } from '../support/fakeApiJob.js'
import { until } from './until.js'
import type { World } from './world.js'

const script = path.join(import.meta.dirname, 'killedChild.ts')
const stored = (state: string) => (call: ApiCall) => JSON.stringify(call.body.attempt ?? {}).includes(state)

/** The commits around which a print server is killed: what just happened, on which side of which commit. */
export const killMoments = [
  ['a job was made there', 'before', stored('sending')],
  ['nothing of the document was sent yet', 'after', stored('sending')],
  ['the document is there', 'before', stored('accepted')],
  ['that is stored', 'after', stored('accepted')],
] as const

/** Runs print servers as processes: the first is killed at the moment, the second brings the job to its end. */
export async function killedDelivery(
  world: World,
  printerId: number,
  addJob: () => FakeApiJob,
  [, side, isMoment]: (typeof killMoments)[number],
): Promise<string[]> {
  const children: ChildProcess[] = []
  const start = () => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, world.api.url, world.api.token], {
      stdio: 'inherit',
    })
    children.push(child)
    return child
  }
  let isKilled = false
  world.api[side] = (call) => {
    if (isKilled || !isMoment(call)) return undefined
    isKilled = true
    children[0]?.kill('SIGKILL')
    return side === 'before' ? false : undefined
  }
  try {
    const job = addJob()
    const first = start()
    await until(() => first.signalCode === 'SIGKILL', 'the print server is killed')
    world.api.expireLease(printerId)
    start()
    return await world.ended(job)
  } finally {
    for (const child of children) child.kill('SIGKILL')
  }
}
