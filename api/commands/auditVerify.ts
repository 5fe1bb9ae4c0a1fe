import { sealEvents } from '../domain/audit/sealer.js'
import { verifyChain } from '../domain/audit/verifyChain.js'
import { withDatabase } from './withDatabase.js'

/** `npm run audit:verify`: seals what is waiting, then checks the whole chain and its head. */
await withDatabase(async ({ db }) => {
  while ((await sealEvents(db)) > 0);
  const { events, head, faults } = await verifyChain(db)
  process.stdout.write(
    faults.length === 0
      ? `The audit trail is whole: ${events} events, head ${head.seq} ${head.hash}\n`
      : `${faults.join('\n')}\n`,
  )
  return faults.length === 0 ? 0 : 1
})
