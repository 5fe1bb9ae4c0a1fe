import { dayOf } from '../api/engine/day.js'
import { demoGoods, shortCodes, soldOutCodes, warehouseIds, type Goods } from './goods.js'
import { atDesk, type Desk, type House } from './house.js'
import { WORKDAY } from './workingTime.js'

const PER_DELIVERY = 20

/** Goods come in by deliveries of suppliers, some go broken, and the supervisor corrects what was counted wrong. */
export async function receiveOpeningStock(house: House, ago: number): Promise<void> {
  const goods = await demoGoods(house)
  const { main, town, returns } = await warehouseIds(house)
  for (let at = 0; at < goods.length; at += PER_DELIVERY)
    await atDesk(house, 'warehouse', ago - (at / PER_DELIVERY) * (WORKDAY / 2), async (desk) => {
      const source = `CG${dayOf(desk.context.now).replaceAll('-', '')}-${at / PER_DELIVERY + 1}`
      for (const one of goods.slice(at, at + PER_DELIVERY)) {
        const quantity = openingQuantity(house, one)
        await receive(desk, { productId: one.id, warehouseId: main, quantity, source })
        if (one.isInTown)
          await receive(desk, { productId: one.id, warehouseId: town, quantity: one.lot * 25, source })
      }
    })
  await setAside(house, ago - WORKDAY * 3.5, goods, main, returns)
  await correct(house, ago - WORKDAY * 4, goods, main)
}

function openingQuantity({ random }: House, { code, lot }: Goods): number {
  if (soldOutCodes.includes(code)) return 12
  if (shortCodes.includes(code)) return random.int(2, 3)
  return lot * random.int(50, 110)
}

/** Some goods wait for inspection, some came back broken. */
const setAside = (house: House, ago: number, goods: Goods[], main: number, returns: number) =>
  atDesk(house, 'warehouse', ago, async (desk) => {
    for (const { id, lot } of house.random.sample(goods, 4)) {
      const held = { productId: id, warehouseId: main, quantity: lot * 2, quality: 'hold' }
      await receive(desk, { ...held, source: '到货抽检' })
    }
    for (const { id } of house.random.sample(goods, 6)) {
      const broken = { productId: id, warehouseId: returns, quantity: 2, quality: 'damaged' }
      await receive(desk, { ...broken, source: '客户退回' })
    }
  })

const correct = (house: House, ago: number, goods: Goods[], warehouseId: number) =>
  atDesk(house, 'supervisor', ago, async (desk) => {
    const adjust = (productId: number, quantity: number, reason: string) =>
      desk.create('stock-moves', { type: 'adjustment', productId, warehouseId, quantity, reason })
    for (const one of goods.filter(({ code }) => soldOutCodes.includes(code)))
      await adjust(one.id, -12, '运输受潮，整批报废')
    const counted = goods.filter(({ isScarce }) => !isScarce)
    for (const one of house.random.sample(counted, 3)) await adjust(one.id, -3, '盘亏')
    for (const one of house.random.sample(counted, 2)) await adjust(one.id, 2, '盘盈')
  })

interface Receipt {
  productId: number
  warehouseId: number
  quantity: number
  quality?: string
  source: string
}

/** Stock comes in with the number of the supplier's delivery. */
export const receive = (desk: Desk, receipt: Receipt) =>
  desk.create('stock-moves', { type: 'receipt', ...receipt })
