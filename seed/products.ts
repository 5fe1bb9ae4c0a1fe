import { ean13 } from './codes.js'
import { atDesk, type House } from './house.js'
import { families } from './productFamilies.js'

const FARM_FILM = 'YL03'

/** All products of the demo house as the API takes them. Barcodes begin with 2: given in the house, to no brand. */
export const products = families.flatMap(([family, name, unit, ...items]) =>
  items.map(([spec, price], at) => ({
    code: `${family}-0${at + 1}`,
    name,
    spec,
    unit,
    price,
    taxRate: family === FARM_FILM ? '0.09' : '0.13',
  })),
)

/** The supervisor enters the products. */
export const listProducts = (house: House, ago: number): Promise<void> =>
  atDesk(house, 'supervisor', ago, async (desk) => {
    for (const [at, product] of products.entries()) {
      const barcode = ean13(`2066${String(10_000_001 + at * 7)}`)
      await desk.create('products', { ...product, barcode })
    }
  })
