import type { Context } from '../../engine/context.js'
import { findRecords, updateRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { voidNumber } from '../numbers/takeNumber.js'
import { voidDocuments } from '../printing/documents/voidDocuments.js'
import { reservations, shipments } from '../refs.js'

/** Cancels a shipment whose goods are still here: its stock is free for another shipment, its papers are void. */
export async function withdrawShipment(
  context: Context,
  shipment: Stored & { id: number; version: number },
  reason: string,
): Promise<void> {
  for (const one of await findRecords(context, reservations, { shipmentId: shipment.id, status: 'active' }))
    await updateRecord(context, reservations, one, { shipmentId: null }, 'withdraw')
  await voidDocuments(context, { shipmentId: shipment.id }, reason)
  if (typeof shipment.no === 'string') await voidNumber(context, shipment.no, reason)
  await updateRecord(context, shipments, shipment, { status: 'cancelled', cancelReason: reason }, 'cancel')
}
