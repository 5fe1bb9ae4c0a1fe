import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openHouse, type House } from '../support/house.js'
import { startIppeve, type Ippeve } from '../support/ippeve.js'
import { startPrintServer } from '../support/printServer.js'
import { until } from '../support/until.js'

let house: House
let printer: Ippeve

beforeAll(async () => {
  house = await openHouse('sqlite')
  printer = await startIppeve()
  const { id: printerId } = await house.printer({ uri: printer.uri, paper: 'a4' })
  const main = await house.mainWarehouse()
  await house.as('supervisor').update('warehouses', main.id, { printerId })
}, 120_000)

afterAll(async () => {
  await printer?.stop()
  await house?.api.stop()
})

/** Nothing is simulated: the API, the renderer, the print server's process and the printer program are the real ones. */
it.each(['rendering', 'sending', 'accepted'])(
  'prints once, or asks a person, when the print server is killed while a job is %s',
  async (step) => {
    await printer.forgetPrints()
    await printer.setDevice({ seconds: 3 })
    const document = await house.issued()
    const { id } = await house.jobOf(document)
    const readJob = () => house.as('warehouse').read('print-jobs', id)

    const first = await startPrintServer(house, `killed while ${step}`)
    const reached = ['rendering', 'sending', 'accepted', 'printing', 'printed']
    await until(readJob, (job) => reached.indexOf(String(job.status)) >= reached.indexOf(step))
    first.kill('SIGKILL')
    await once(first, 'exit')

    const second = await startPrintServer(house, `after ${step}`)
    // The lease of the killed one must run out first: half a minute.
    const patiently = { within: 90_000 }
    const ended = await until(
      readJob,
      (job) => ['printed', 'uncertain'].includes(String(job.status)),
      patiently,
    )
    const prints = await printer.prints()
    if (ended.status === 'printed') {
      expect(prints).toHaveLength(1)
      expect(ended.evidence).toBe('completed')
    } else {
      expect(prints.length).toBeLessThanOrEqual(1)
      const resolved = await house.as('supervisor').act('print-jobs', id, 'resolve', { outcome: 'printed' })
      expect(resolved).toMatchObject({ status: 'printed', evidence: 'seen' })
    }
    second.kill('SIGTERM')
    await once(second, 'exit')
  },
  180_000,
)
