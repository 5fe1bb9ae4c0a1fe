import { verifyStock } from '../domain/stock/verifyStock.js'
import { withDatabase } from './withDatabase.js'

/** `npm run stock:verify`: every balance is the sum of its moves, every reserved quantity that of its reservations. */
await withDatabase(async ({ db }) => {
  const faults = await verifyStock(db)
  process.stdout.write(
    faults.length === 0
      ? 'Stock is right: balances, moves and reservations agree.\n'
      : `${faults.join('\n')}\n`,
  )
  return faults.length === 0 ? 0 : 1
})
