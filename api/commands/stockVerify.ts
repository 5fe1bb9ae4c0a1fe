import { verifyStock } from '../domain/stock/verifyStock.js'
import { say } from '../engine/text.js'
import { tellVerdict } from './tellVerdict.js'
import { withDatabase } from './withDatabase.js'

/** `npm run stock:verify`: every balance is the sum of its moves, every reserved quantity that of its reservations. */
await withDatabase(async ({ db }) =>
  tellVerdict(
    await verifyStock(db),
    say('库存无误：余额、流水和预留相符。', 'Stock is right: balances, moves and reservations agree.'),
  ),
)
