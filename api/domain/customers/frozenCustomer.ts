import type { Context } from '../../engine/context.js'
import type { Stored } from '../../engine/resource.js'

/** The customer as papers show it. */
export async function frozenCustomer({ db, tx }: Context, id: number): Promise<Stored> {
  const [customer] = await db.select(
    'SELECT code, name, contactName, phone, address, taxNo FROM customers WHERE id = ?',
    [id],
    tx,
  )
  return { ...customer }
}
