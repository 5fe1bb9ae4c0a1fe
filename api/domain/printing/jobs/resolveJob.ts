import type { Action } from '../../../engine/action.js'
import type { Context } from '../../../engine/context.js'
import { choice } from '../../../engine/fields/index.js'
import type { Stored } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { endAttempts } from './attempts.js'
import { isStalePaper } from '../documents/isStalePaper.js'
import { moveJob } from './moveJob.js'
import { raiseEvidence } from '../copies/raiseEvidence.js'

/** A person looked at the printer and decides what no machine could know. */
export const resolveJob: Action = {
  label: say('确认结果', 'Resolve'),
  icon: 'resolve',
  tone: 'primary',
  allow: ['warehouse', 'supervisor'],
  when: { status: ['uncertain'] },
  bulk: true,
  input: {
    outcome: choice({
      label: say('纸出来了吗？', 'Did the paper come out?'),
      required: true,
      choices: {
        printed: { label: say('已经打印出来', 'It came out') },
        'print-again': { label: say('没有出来，再打一次', 'It did not; print again') },
      },
    }),
  },
  async run(context, job, { outcome }) {
    await endAttempts(context, job.id, `resolved by a person: ${String(outcome)}`)
    const changes = await changesBy(context, job, outcome)
    if (outcome === 'printed') await raiseEvidence(context, job.copies, 'seen')
    return moveJob(context, job, changes, 'resolve')
  },
}

async function changesBy(context: Context, job: Stored, outcome: unknown): Promise<Stored> {
  const ended = { reasons: [], error: null, endedAt: context.now }
  if (outcome === 'printed') return { ...ended, status: 'printed', evidence: 'seen' }
  // Nothing came out, and nothing shall: meanwhile the paper is no longer true.
  if (await isStalePaper(context, job)) return { ...ended, status: 'canceled', cancelRequested: false }
  return { ...ended, status: 'queued', endedAt: null, cancelRequested: false }
}
