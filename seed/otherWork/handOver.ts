import { atDesk, type Desk, type House } from '../house.js'
import { idOf } from './ids.js'
import { issueUnprinted } from './issueUnprinted.js'

/** A carrier's van takes two shipments; two more stand on the sheet that waits for the next one. */
export async function handOver(house: House) {
  const issued = await house.db.select(
    `SELECT id, warehouseId FROM shipments WHERE status = 'issued' ORDER BY warehouseId, id`,
  )
  const mine = issued.filter(({ warehouseId }) => warehouseId === issued[0]?.warehouseId).map(idOf)
  if (mine.length < 4) return
  const sheet = (desk: Desk, vehicle: string, driver: string, shipments: number[]) =>
    desk.create('handovers', {
      carrier: '浙东零担快运',
      vehicle,
      driver,
      driverPhone: '16400001122',
      lines: shipments.map((shipmentId) => ({ shipmentId })),
    })
  const [gone, waiting] = await atDesk(house, 'warehouse', 0.8, async (desk) => [
    (await sheet(desk, '浙J·D6601', '林师傅', mine.slice(0, 2))).id,
    (await sheet(desk, '浙J·D8802', '章师傅', mine.slice(2, 4))).id,
  ])
  for (const id of [gone, waiting]) await issueUnprinted(house, 'warehouse', 0.8, 'handovers', id)
  await atDesk(house, 'warehouse', 0.8, (desk) =>
    desk.act('handovers', 'handOver', gone, { receivedBy: '林师傅' }),
  )
}
