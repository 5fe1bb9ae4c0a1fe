import { verifyNumbers } from '../domain/numbers/verifyNumbers.js'
import { say } from '../engine/text.js'
import { tellVerdict } from './tellVerdict.js'
import { withDatabase } from './withDatabase.js'

/** `npm run numbers:verify`: the register of numbers holds every number of every series, without a gap. */
await withDatabase(async ({ db }) =>
  tellVerdict(
    await verifyNumbers(db),
    say('单号完整：各号段都没有缺口。', 'The numbers are whole: no gap in any series.'),
  ),
)
