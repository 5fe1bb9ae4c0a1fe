import { verifyNumbers } from '../domain/numbers/verifyNumbers.js'
import { withDatabase } from './withDatabase.js'

/** `npm run numbers:verify`: the register of numbers holds every number of every series, without a gap. */
await withDatabase(async ({ db }) => {
  const faults = await verifyNumbers(db)
  process.stdout.write(
    faults.length === 0 ? 'The numbers are whole: no gap in any series.\n' : `${faults.join('\n')}\n`,
  )
  return faults.length === 0 ? 0 : 1
})
