import type { Row } from '../schema/row'

/** What a line takes over from the product it is about. */
const copied = { name: 'name', spec: 'spec', unit: 'unit', unitPrice: 'price', taxRate: 'taxRate' }

export const lineOfProduct = (product: Row): Record<string, unknown> =>
  Object.fromEntries(Object.entries(copied).map(([name, from]) => [name, product[from] ?? null]))
