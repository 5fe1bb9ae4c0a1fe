import { afterAll, beforeAll, describe } from '@jest/globals'
import { openHouse, type House } from './house.js'
import type { TestDatabase } from './api.js'

/** Runs a suite on SQLite and again on MariaDB, each with a house of its own that lasts for the whole suite. */
export function eachDatabase(suite: (house: () => House, database: TestDatabase) => void): void {
  describe.each(['sqlite', 'mysql'] as const)('on %s', (database) => {
    let house: House | undefined
    beforeAll(async () => {
      house = await openHouse(database)
    })
    afterAll(() => house?.api.stop())
    suite(() => {
      if (!house) throw new Error('The house is not open yet.')
      return house
    }, database)
  })
}
