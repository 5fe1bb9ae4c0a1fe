import type { Call } from './load.js'
import type { Role, World } from './world.js'

/** The same work asked of both programs. Each call gives the next one; null when there are no more. */
export interface Duel {
  name: string
  /** The part of the bare rate that is wanted; for deep pages, how many times it. */
  target: number
  as?: Role
  api: () => Call | null
  bare: () => Call | null
  connections?: number
}

const get = (path: string): Call => ({ method: 'GET', path })
const list = (filter: object, sort: readonly [string, string], from = 0): Call =>
  get(
    `/api/orders?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[${from},${from + 24}]&sort=${encodeURIComponent(JSON.stringify(sort))}`,
  )

const newest = ['id', 'DESC'] as const
const dearest = ['grossAmount', 'DESC'] as const

/** A number generator that both sides walk through alike. */
function inTurn<T>(make: (random: number, at: number) => T): () => T {
  let at = 0
  return () => make(Math.abs(Math.sin((at += 1) * 12.9898) * 43_758.5453) % 1, at)
}

export function readDuels({ orders }: World): Duel[] {
  const one = (random: number) => 1 + Math.floor(random * orders)
  const many = (random: number) =>
    Array.from({ length: 25 }, (_, at) => 1 + ((one(random) + at * 37) % orders))
  const prefixes = ['XS20260805-01', '温州春禾', 'XS20260303-00', '杭州砺石']
  const broad = ['XS2026', '温州', 'XS', '杭州']
  const oneOf = (from: string[], random: number) => from[Math.floor(random * from.length)] ?? ''
  return [
    {
      ...{ name: 'list, page 1', target: 0.4 },
      api: () => list({}, newest),
      bare: () => get('/list'),
    },
    {
      ...{ name: 'filtered list', target: 0.4 },
      api: () => list({ status: 'confirmed' }, newest),
      bare: () => get('/filtered?status=confirmed'),
    },
    {
      ...{ name: 'sorted list', target: 0.4 },
      api: () => list({}, dearest),
      bare: () => get('/sorted'),
    },
    {
      ...{ name: 'search', target: 0.4 },
      api: inTurn((random) => list({ q: oneOf(prefixes, random) }, newest)),
      bare: inTurn((random) => get(`/search?q=${encodeURIComponent(oneOf(prefixes, random))}`)),
    },
    {
      ...{ name: 'search, many found', target: 0.4 },
      api: inTurn((random) => list({ q: oneOf(broad, random) }, newest)),
      bare: inTurn((random) => get(`/search-many?q=${encodeURIComponent(oneOf(broad, random))}`)),
    },
    {
      ...{ name: 'getOne', target: 0.4 },
      api: inTurn((random) => get(`/api/orders/${one(random)}`)),
      bare: inTurn((random) => get(`/one/${one(random)}`)),
    },
    {
      ...{ name: 'getMany of 25', target: 0.5 },
      api: inTurn((random) =>
        get(`/api/orders?filter=${encodeURIComponent(JSON.stringify({ id: many(random) }))}`),
      ),
      bare: inTurn((random) => get(`/many/${many(random).join(',')}`)),
    },
  ]
}

/** Pages far behind, against a plain OFFSET. One at a time: a person turns pages, and each is a scan for the bare side. */
export function deepDuels({ orders }: World): Duel[] {
  const from = (random: number) => Math.floor(orders * (0.8 + 0.19 * random))
  return [
    {
      ...{ name: 'list, page 1, one at a time', target: 0.4, connections: 1 },
      api: () => list({}, newest),
      bare: () => get('/list'),
    },
    {
      ...{ name: 'deep page, by id', target: 5, connections: 1 },
      api: inTurn((random) => list({}, newest, from(random))),
      bare: inTurn((random) => get(`/deep?from=${from(random)}`)),
    },
    {
      ...{ name: 'deep page, by amount', target: 5, connections: 1 },
      api: inTurn((random) => list({}, dearest, from(random))),
      bare: inTurn((random) => get(`/deep-sorted?from=${from(random)}`)),
    },
  ]
}

export async function writeDuels({ db, orders }: World): Promise<Duel[]> {
  const drafts = (await db.select(`SELECT id FROM orders WHERE status = 'draft' ORDER BY id LIMIT 2000`)).map(
    ({ id }) => Number(id),
  )
  const draft = (random: number) => drafts[Math.floor(random * drafts.length)] ?? 0
  const order = (random: number) => ({
    ...{ customerId: 1 + Math.floor(random * 2000), warehouseId: 1 },
    lines: [1, 2].map((at) => ({ productId: 1 + Math.floor(((random * 7 * at) % 1) * 1000), quantity: at })),
  })
  const change = (random: number) => ({ specialRequirements: `尽快 ${orders} ${random}` })
  return [
    {
      ...{ name: 'create', target: 0.25, as: 'clerk' },
      api: inTurn((random) => ({ method: 'POST', path: '/api/orders', body: order(random) })),
      bare: inTurn((random) => ({ method: 'POST', path: '/create', body: order(random) })),
    },
    {
      ...{ name: 'update', target: 0.25, as: 'clerk' },
      api: inTurn((random) => ({
        method: 'PUT',
        path: `/api/orders/${draft(random)}`,
        body: change(random),
      })),
      bare: inTurn((random) => ({ method: 'PUT', path: `/update/${draft(random)}`, body: change(random) })),
    },
  ]
}
