import type { Database } from '../api/db/database.js'
import type { Principal } from '../api/engine/access.js'
import type { Catalog } from '../api/engine/catalog.js'
import type { Context } from '../api/engine/context.js'
import { act, create, update } from '../api/engine/operations.js'
import { readRecord, type StoredRecord } from '../api/engine/records.js'
import type { Stored } from '../api/engine/resource.js'
import { write } from '../api/engine/unitOfWork.js'
import type { Random } from './random.js'
import { workingTimeBefore } from './workingTime.js'

/** The demo house: its database, its people by sign-in, and the moment that its history ends. */
export interface House {
  db: Database
  catalog: Catalog
  random: Random
  now: Date
  staff: Map<string, Principal>
}

/** What a person may do at a desk: the API's own operations, with that person's rights. */
export interface Desk {
  context: Context
  create(resource: string, body: Stored): Promise<StoredRecord>
  update(resource: string, id: number, body: Stored): Promise<StoredRecord>
  act(resource: string, verb: string, id: number, input?: Stored): Promise<StoredRecord>
  read(resource: string, id: number): Promise<StoredRecord>
}

/** Lets a person work, `ago` working minutes before the end of the history, in one commit. */
export async function atDesk<T>(
  house: House,
  who: Principal | string,
  ago: number,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const { db, catalog, staff } = house
  const person = typeof who === 'string' ? staff.get(who) : who
  if (!person) throw new Error(`Nobody signs in as ${String(who)} here.`)
  const now = workingTimeBefore(house.now, ago)
  return write({ db, catalog, who: person, requestId: 'seed', now }, (context) =>
    work({
      context,
      create: (resource, body) => create(context, catalog.get(resource), body),
      update: (resource, id, body) => update(context, catalog.get(resource), id, body),
      act: async (resource, verb, id, input = {}) =>
        (await act(context, catalog, catalog.get(resource), verb, id, input)).record,
      read: async (resource, id) => {
        const record = await readRecord(catalog.get(resource), id, { tx: context.tx })
        if (!record) throw new Error(`There is no record ${id} in ${resource}.`)
        return record
      },
    }),
  )
}
