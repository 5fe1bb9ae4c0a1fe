import type { Context } from '../../engine/context.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { asObject, asObjects, asTexts, parseJson } from '../../engine/shapes.js'
import { handlings } from '../products/handlings.js'
import type { shipments } from '../refs.js'
import { freezeShipment } from './freezeShipment.js'

/** What a picker needs and nothing about money: goods by their code, each with its shelf and how to handle it. */
export async function freezePickList(
  context: Context,
  shipment: RecordOf<typeof shipments>,
): Promise<Stored> {
  const { totals, lines, order, ...data } = await freezeShipment(context, shipment)
  const places = await placesOf(context, shipment)
  const { no, requestedDate, shipMethod, urgency, specialRequirements } = asObject(order)
  const goods = asObjects(lines).map((line, at) => {
    const { productCode, name, spec, unit, quantity, remark, barcode } = line
    const place = places.get(shipment.lines[at]?.productId ?? 0)
    return { productCode, name, spec, unit, quantity, remark, barcode, ...place }
  })
  return {
    ...data,
    order: { no, requestedDate, shipMethod, urgency, specialRequirements },
    lines: goods.sort((a, b) => String(a.productCode).localeCompare(String(b.productCode), 'zh-CN')),
    totals: { quantity: asObject(totals).quantity },
  }
}

async function placesOf({ db, tx }: Context, { lines }: RecordOf<typeof shipments>) {
  const ids = lines.map(({ productId }) => productId)
  const rows = await db.select(
    `SELECT id, shelf, handling FROM products WHERE id IN (${ids.map(() => '?').join(', ') || 'NULL'})`,
    ids,
    tx,
  )
  return new Map(
    rows.map(({ id, shelf, handling }) => [
      Number(id),
      {
        shelf,
        handling: asTexts(parseJson(handling ?? '[]')).map((value) => ({
          value,
          label: handlings[value]?.label.zh ?? value,
        })),
      },
    ]),
  )
}
