import { parseArgs } from 'node:util'
import { withDatabase } from '../api/commands/withDatabase.js'
import { ConfigError } from '../api/config.js'
import { say } from '../scripts/say.mjs'
import { seedDatabase } from './seedDatabase.js'

/** More is a typing error. */
const MOST_ORDERS = 10_000_000

/** `npm run seed [-- --orders N]`: the demo house into an empty database, or N more orders into the demo's. */
await withDatabase(({ db, catalog }) =>
  seedDatabase(
    { db, catalog },
    {
      // Demo data are what this command is for: only DEMO=0 forbids them.
      demo: process.env.DEMO !== '0',
      orders: wholeNumber(
        '--orders',
        parseArgs({ options: { orders: { type: 'string' } } }).values.orders,
        MOST_ORDERS,
      ),
      virtualPrinterPort:
        wholeNumber('VIRTUAL_PRINTER_PORT', process.env.VIRTUAL_PRINTER_PORT || '8631', 65_535) ?? 0,
      tell: say,
    },
  ),
)

function wholeNumber(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,8}$/.test(text) && Number(text) <= most) return Number(text)
  throw new ConfigError(`${name} is "${text}" but must be a whole number up to ${most}.`)
}
