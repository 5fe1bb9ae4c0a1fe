import { asObjects } from '../../api/engine/shapes.js'
import { atDesk, type Desk, type House } from '../house.js'
import { CONFIRMED } from './confirmed.js'
import { ids } from './ids.js'

async function request(desk: Desk, orderId: number, applicant: string, reason: string, wanted: string) {
  const order = await desk.read('orders', orderId)
  const [line] = asObjects(order.lines)
  const changes = [
    {
      part: `${String(line?.productCode)} ${String(line?.name)}`,
      item: '数量',
      was: String(Number(line?.quantity) / 10_000),
      wanted,
    },
  ]
  return desk.create('change-requests', { kind: 'change', orderId, applicant, reason, changes })
}

export async function askForLess(house: House, ago: number) {
  const [orderId] = await ids(house, CONFIRMED)
  if (orderId === undefined) return
  await atDesk(house, 'clerk', ago, (desk) => request(desk, orderId, '客户采购 陈国良', '想减一半', '1'))
}

export async function refuseChange(house: House, ago: number) {
  for (const open of await ids(house, "SELECT id FROM change_requests WHERE status = 'open'"))
    await atDesk(house, 'supervisor', ago, (desk) =>
      desk.act('change-requests', 'refuse', open, { reason: '货已备好，客户同意按原数收货' }),
    )
}

/** One customer wants more, another nothing any more: both wait for the supervisor. */
export async function askForChanges(house: House) {
  const [more, none] = (await ids(house, CONFIRMED)).slice(2)
  if (more === undefined || none === undefined) return
  await atDesk(house, 'clerk', 0.6, async (desk) => {
    await request(desk, more, '客户 周先生', '工地加量，一起送', '60')
    await desk.create('change-requests', {
      kind: 'cancel',
      orderId: none,
      applicant: '客户 徐女士',
      reason: '工程延期，暂不要货',
    })
  })
}
