import type { Context } from '../../engine/context.js'
import { Invalid } from '../../engine/problems.js'
import type { FieldErrors } from '../../engine/problem.js'
import { parseJson, asObject } from '../../engine/shapes.js'
import { say, type Text2 } from '../../engine/text.js'
import { destinationOf } from '../shipping/destinationOf.js'
import { shipmentLifecycle } from '../shipping/shipmentLifecycle.js'

/** A shipment as a line of a handover copies it. */
export interface ShipmentToHandOver {
  id: number
  warehouseId: number
  shipmentNo: string
  customerName: string
  destination: string | null
  waybillNo: string | null
  packages: number
  weightKg: number | null
}

/**
 * The shipments with these ids, in their order, if all of them can go on one sheet: issued, in one warehouse, each
 * once, and on no other sheet that is open. Otherwise each line that cannot says why.
 */
export async function shipmentsToHandOver(
  { db, tx }: Context,
  ids: readonly number[],
  handoverId: number,
): Promise<ShipmentToHandOver[]> {
  const marks = ids.map(() => '?').join(', ') || 'NULL'
  const rows = await db.select(
    `SELECT s.id, s.no, s.status, s.warehouseId, s.customerName, s.waybillNo, s.packages, s.weightKg, o.shipTo
     FROM shipments s JOIN orders o ON o.id = s.orderId WHERE s.id IN (${marks})`,
    ids,
    tx,
  )
  const taken = await db.select(
    `SELECT l.shipmentId, h.id, h.no FROM handover_lines l JOIN handovers h ON h.id = l.parentId
     WHERE l.shipmentId IN (${marks}) AND h.status IN ('draft', 'issued') AND h.id <> ?`,
    [...ids, handoverId],
    tx,
  )
  const found = ids.flatMap((id) => rows.filter((row) => Number(row.id) === id))
  const faultOf = (row: (typeof found)[number], at: number): Text2 | null => {
    const name = String(row.no ?? `#${String(row.id)}`)
    const state = shipmentStates[String(row.status)]?.label
    if (row.status !== 'issued')
      return say(
        `发货单 ${name} 是「${state?.zh}」，只有已出单、还没发出的才能交接。`,
        `Shipment ${name} is "${state?.en}"; only one that is issued and has not left can be handed over.`,
      )
    if (row.warehouseId !== found[0]?.warehouseId)
      return say(
        `发货单 ${name} 不在同一仓库；一张交接单只交一个仓库的货。`,
        `Shipment ${name} lies in another warehouse; a sheet holds goods of one warehouse.`,
      )
    if (ids.indexOf(Number(row.id)) < at)
      return say(`发货单 ${name} 已经在前面列出。`, `Shipment ${name} is listed above already.`)
    const other = taken.find(({ shipmentId }) => Number(shipmentId) === Number(row.id))
    const sheet = String(other?.no ?? `#${String(other?.id)}`)
    return other
      ? say(`发货单 ${name} 已在交接单 ${sheet} 上。`, `Shipment ${name} is on handover ${sheet} already.`)
      : null
  }
  const faults = found.map(faultOf)
  const lines = faults.map((fault): FieldErrors => (fault ? { shipmentId: fault } : {}))
  if (faults.some((fault) => fault !== null)) throw Invalid({ lines })
  return found.map((row) => ({
    id: Number(row.id),
    warehouseId: Number(row.warehouseId),
    shipmentNo: String(row.no),
    customerName: String(row.customerName),
    destination: destinationOf(asObject(parseJson(row.shipTo ?? '{}')).address),
    waybillNo: row.waybillNo === null ? null : String(row.waybillNo),
    packages: Number(row.packages ?? 1),
    weightKg: row.weightKg === null ? null : Number(row.weightKg),
  }))
}

const shipmentStates: Record<string, { label: Text2 } | undefined> = shipmentLifecycle.states
