import type { Context } from '../../engine/context.js'

interface Declared {
  orderId: number
  shipmentId: number | null
}

/** The numbers of the valid documents of what a set declares, by kind: the newest, and how many more there are. */
export async function ownNumbers(
  { db, tx }: Context,
  { orderId, shipmentId }: Declared,
): Promise<Map<string, string>> {
  const here = shipmentId === null ? '' : 'AND (shipmentId = ? OR shipmentId IS NULL)'
  const rows = await db.select(
    `SELECT kind, no FROM documents WHERE orderId = ? AND status = 'issued' ${here} ORDER BY id`,
    shipmentId === null ? [orderId] : [orderId, shipmentId],
    tx,
  )
  const numbers = new Map<string, string[]>()
  for (const { kind, no } of rows)
    numbers.set(String(kind), [String(no), ...(numbers.get(String(kind)) ?? [])])
  return new Map(
    [...numbers].map(([kind, [newest = '', ...others]]) => [
      kind,
      others.length === 0 ? newest : `${newest} 等 ${others.length + 1} 份`,
    ]),
  )
}
