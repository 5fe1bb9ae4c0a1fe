import { creditCode } from './codes.js'
import {
  cities,
  givenNames,
  markets,
  roads,
  shopNames,
  surnames,
  trades,
  type City,
} from './customerNames.js'
import { atDesk, type House } from './house.js'
import type { Random } from './random.js'

/** Made-up customers; always the same for the same generator. */
export function inventCustomers(random: Random) {
  return shopNames.map((shop, at) => {
    const city = random.pick(cities)
    const district = random.pick(city.districts)
    const trade = random.pick(trades)
    // Towns are cities of their own in the mouth of people; districts are not.
    const place = district.endsWith('市') ? district.slice(0, -1) : city.name
    return {
      code: `KH${String(at + 1).padStart(4, '0')}`,
      name: `${place}${shop}${trade.name}`,
      shortName: `${shop}${trade.short}`,
      region: city.province,
      phone: inventPhone(random),
      contactName: inventPerson(random),
      address: inventAddress(random, city, district),
      taxNo: creditCode(trade.kind, city.code, at + 101),
    }
  })
}

export const inventPerson = (random: Random): string => random.pick(surnames) + random.pick(givenNames)

/** No mobile number begins with 164. */
export const inventPhone = (random: Random): string =>
  `164${String(random.int(0, 9999)).padStart(4, '0')}${String(random.int(0, 9999)).padStart(4, '0')}`

function inventAddress(random: Random, { province, name }: City, district: string): string {
  const town = district.endsWith('市')
    ? `${province}省${district}`
    : `${province === name ? '' : `${province}省`}${name}市${district}`
  return random.chance(0.4)
    ? `${town}${random.pick(markets)} ${random.pick(['A', 'B', 'C', 'D'])} 区 ${random.int(1, 6)} 幢 ${random.int(101, 288)} 号`
    : `${town}${random.pick(roads)} ${random.int(8, 996)} 号`
}

/** The part of a made-up address that names the town. */
export function townOf(address: string): string {
  const district = cities.flatMap(({ districts }) => districts).find((one) => address.includes(one)) ?? ''
  return address.slice(0, address.indexOf(district) + district.length)
}

/** The clerk enters the customers; finance gives most of them a credit limit a while later. */
export async function winCustomers(house: House, ago: number): Promise<void> {
  const ids = await atDesk(house, 'clerk', ago, async (desk) => {
    const made: number[] = []
    for (const customer of inventCustomers(house.random))
      made.push((await desk.create('customers', customer)).id)
    return made
  })
  await atDesk(house, 'finance', ago - 240, async (desk) => {
    for (const id of ids)
      if (house.random.chance(0.8))
        await desk.update('customers', id, { creditLimit: house.random.int(2, 40) * 500_000 })
  })
}
