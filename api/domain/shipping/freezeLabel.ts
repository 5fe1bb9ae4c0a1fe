import type { Context } from '../../engine/context.js'
import { formatDecimal } from '../../engine/decimal.js'
import { Conflict } from '../../engine/problems.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { asObject, asObjects } from '../../engine/shapes.js'
import { say } from '../../engine/text.js'
import type { shipments } from '../refs.js'
import { destinationOf } from './destinationOf.js'
import { freezeShipment } from './freezeShipment.js'

/** What stands on the label of each package: who gets it, under which number, and what the courier collects. */
export async function freezeLabel(context: Context, shipment: RecordOf<typeof shipments>): Promise<Stored> {
  if (!shipment.waybillNo)
    throw Conflict(
      say(
        '还没有运单号：请先用「运单号」扫描或录入。',
        'There is no waybill number yet: scan or type it with "Waybill no." first.',
      ),
    )
  const { customer, shipTo, order, lines, totals, warehouse } = await freezeShipment(context, shipment)
  const { name, phone, address } = asObject(shipTo)
  const {
    code,
    name: company,
    contactName,
    phone: customerPhone,
    address: customerAddress,
  } = asObject(customer)
  const { no, payMethod, shipMethod, specialRequirements } = asObject(order)
  const where = address ?? customerAddress
  return {
    customer: { code, name: company },
    order: { no },
    shipment: { no: shipment.no },
    warehouse,
    waybill: {
      no: shipment.waybillNo,
      carrier: { name: shipment.carrier },
      shipMethod,
      destination: destinationOf(where),
      pieces: shipment.packages ?? 1,
      weightKg: shipment.weightKg === null ? null : formatDecimal(shipment.weightKg, 4),
      collect: asObject(payMethod).value === 'cod' ? asObject(totals).grossAmount : null,
      printedAt: context.now,
      remark: specialRequirements,
    },
    recipient: { name: name ?? contactName ?? company, phone: phone ?? customerPhone, address: where },
    lines: asObjects(lines).map(({ productCode, name: goods, spec, unit, quantity }) => ({
      productCode,
      name: goods,
      spec,
      unit,
      quantity,
    })),
  }
}
