import { sealEvents } from '../domain/audit/sealer.js'
import { verifyChain } from '../domain/audit/verifyChain.js'
import { say } from '../engine/text.js'
import { tellVerdict } from './tellVerdict.js'
import { withDatabase } from './withDatabase.js'

/** `npm run audit:verify`: seals what is waiting, then checks the whole chain and its head. */
await withDatabase(async ({ db }) => {
  while ((await sealEvents(db)) > 0);
  const { events, head, faults } = await verifyChain(db)
  return tellVerdict(
    faults,
    say(
      `审计链完整：${events} 条，链末 ${head.seq} ${head.hash}`,
      `The audit trail is whole: ${events} events, head ${head.seq} ${head.hash}`,
    ),
  )
})
