import { formatDecimal } from '../../api/engine/decimal.js'
import type { Stored } from '../../api/engine/resource.js'
import { inventPerson, inventPhone, townOf } from '../customers.js'
import type { Goods } from '../goods.js'
import type { House } from '../house.js'
import type { Random } from '../random.js'
import { lineRemarks, specialRequirements } from './wording.js'

/** What orders are made of. */
export interface Trading {
  customers: { id: number; address: string }[]
  goods: Goods[]
  warehouses: { main: number; town: number }
  officePrinterId: number
}

export interface Wish {
  /** Asks for goods that are not there. */
  isShort?: boolean
  leastLines?: number
}

/** An order as a clerk would enter it, without its dates. */
export function draftOrder({ random }: House, trading: Trading, { isShort, leastLines = 1 }: Wish): Stored {
  const fromTown = !isShort && random.chance(0.1)
  const there = trading.goods.filter(({ isScarce, isInTown }) => (fromTown ? isInTown : !isScarce))
  const wanted = random.sample(there, linesOf(random, leastLines))
  if (isShort)
    wanted.splice(
      0,
      1,
      ...random.sample(
        trading.goods.filter(({ isScarce }) => isScarce),
        2,
      ),
    )
  const shipMethod = random.pick(['freight', 'freight', 'own-truck', 'own-truck', 'express', 'pickup'])
  const customer = random.pick(trading.customers)
  return {
    customerId: customer.id,
    ...(fromTown && { warehouseId: trading.warehouses.town }),
    channel: random.pick(['phone', 'phone', 'phone', 'web', 'platform', 'email', 'fax', 'walk-in']),
    payMethod: random.pick(['monthly', 'monthly', 'monthly', 'prepaid', 'cod', 'online', 'installments']),
    shipMethod,
    urgency: random.chance(0.12) ? 'urgent' : 'normal',
    taxIncluded: !random.chance(0.08),
    ...(random.chance(0.3) && { specialRequirements: random.pick(specialRequirements) }),
    ...(random.chance(0.15) &&
      shipMethod !== 'pickup' && { shipTo: buildingSite(random, townOf(customer.address)) }),
    lines: wanted.map((one) => draftLine(random, one)),
  }
}

/** Most orders are short; now and then one fills more than a sheet. */
const linesOf = (random: Random, least: number): number =>
  random.chance(0.06) ? random.int(14, 26) : Math.max(least, random.pick([1, 2, 2, 3, 3, 4, 5, 6]))

function draftLine(random: Random, { id, price, lot }: Goods): Stored {
  return {
    productId: id,
    quantity: lot * random.int(1, 5),
    ...(random.chance(0.2) && { unitPrice: discounted(price, random.pick([90, 95, 97, 98])) }),
    ...(random.chance(0.08) && { remark: random.pick(lineRemarks) }),
  }
}

/** A negotiated price, kept to four places as offers are. */
const discounted = (price: number, percent: number): string =>
  formatDecimal(Math.round((price * percent) / 10_000) * 100, 6)

function buildingSite(random: Random, town: string): Stored {
  const site = random.pick(['望海新城', '东岸花园', '科创产业园', '滨江安置房', '第三实验小学改造'])
  return {
    name: inventPerson(random),
    phone: inventPhone(random),
    address: `${town}${site}工地 ${random.int(1, 9)} 号门`,
  }
}
