import { once } from 'node:events'
import { contentOf } from '../../api/domain/printing/protocol/content.js'
import type { Content } from '../../print-server/protocol.js'
import { readContent } from '../../print-server/readReplies.js'
import { at } from '../../test/support/at.js'
import { asRec } from '../../test/support/client.js'
import { openHouse } from '../../test/support/house.js'
import { startPrintServer } from '../../test/support/printServer.js'
import { openTray } from './tray.js'
import { measured, type Speed } from './measured.js'

export interface PrintHouse {
  /** The print server's process. */
  pid: number
  /** Issues that many orders as one batch; how quickly its printer took them, from the batch being queued. */
  batch(count: number): Promise<Speed>
  /** Issues one order at another printer; ms from the request until that printer has it. */
  single(): Promise<number>
  /** Queues single documents, held back until all are there; how quickly the printer took them. */
  singles(count: number): Promise<Speed>
  /** Asks for the sample of a template that is being written; ms until its PDF is there. */
  preview(): Promise<number>
  /** What the newest jobs of batches were drawn from. */
  contents(count: number): Promise<Content[]>
  stop(): Promise<void>
}

/** Orders that are issued one by one, in turn. */
const SINGLES = 100

/** A small house on SQLite with orders to print, an API in this process, a print server in its own, and two printers. */
export async function openPrintHouse(orders: number): Promise<PrintHouse> {
  const house = await openHouse('sqlite')
  const trays = { batch: await openTray(), single: await openTray() }
  const printers = {
    batch: await house.printer({ uri: trays.batch.uri }),
    single: await house.printer({ uri: trays.single.uri }),
  }
  const copySet = await house.copySet({
    kind: 'sales-order',
    copies: [{ copyNo: 1, name: '存根', color: 'white', receiver: '打单' }],
  })
  const customer = await house.customer()
  const product = await house.product()
  const lines = Array.from({ length: 5 }, () => ({ productId: product.id, quantity: '2' }))
  const enter = async (count: number) => {
    const ids: number[] = []
    while (ids.length < count) ids.push((await house.submitted({ customerId: customer.id, lines })).id)
    return ids
  }
  const ids = await enter(orders)
  // A paper issued again takes the place of the former one that is not out yet, so the two printers never share an order.
  const ofSingles = await enter(SINGLES)
  const server = await startPrintServer(house, 'bench')
  const clerk = house.as('clerk')
  const input = { kind: 'sales-order', copySetId: copySet.id }
  let issued = 0
  const issueSingle = () =>
    clerk.act('orders', ofSingles[(issued += 1) % SINGLES] ?? 0, 'issue', {
      ...input,
      printerId: printers.single.id,
    })
  /** Not by the action, which also tells every job that waits. */
  const holdBack = (paused: boolean) =>
    house.api.db.execute('UPDATE printers SET paused = ? WHERE id = ?', [paused ? 1 : 0, printers.single.id])

  return {
    pid: server.pid ?? 0,
    async batch(count) {
      // A batch is let go when the last of it is issued, which is when this is answered.
      const taken = trays.batch.takes(count)
      const { status, text, body } = await clerk.post('/orders/actions/issue', {
        ids: ids.slice(0, count),
        input: { ...input, printerId: printers.batch.id, cover: false },
      })
      if (status !== 200) throw new Error(text)
      if (Number(at(body, 'gathered.documents')) !== count) throw new Error('Not everything was issued.')
      return measured(() => taken.then(() => count))
    },
    async single() {
      const start = performance.now()
      const taken = trays.single.takes(1)
      await issueSingle()
      await taken
      return performance.now() - start
    },
    async singles(count) {
      await holdBack(true)
      for (let n = 0; n < count; n += 1) await issueSingle()
      return measured(async () => {
        const taken = trays.single.takes(count)
        await holdBack(false)
        await taken
        return count
      })
    },
    async preview() {
      const start = performance.now()
      const style = `/* ${start} */`
      const { status, text } = await house
        .as('admin')
        .post('/template-previews', { kind: 'delivery-note', files: { 'style.css': style } })
      if (status !== 200) throw new Error(text)
      return performance.now() - start
    },
    async contents(count) {
      const rows = await clerk.list('print-jobs', { printerId: printers.batch.id })
      return Promise.all(
        rows.slice(0, count).map(async (row) => readContent(await contentOf(house.api.db, asRec(row).id))),
      )
    },
    async stop() {
      server.kill('SIGTERM')
      await once(server, 'exit')
      await house.api.stop()
      await Promise.all([trays.batch.close(), trays.single.close()])
    },
  }
}
