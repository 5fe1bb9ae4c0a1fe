import type { Context } from '../../engine/context.js'
import { formatDecimal } from '../../engine/decimal.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import type { handovers } from '../refs.js'

const decimal = (value: number | null) => (value === null ? null : formatDecimal(value, 4))

/** What the sheet shows that warehouse and carrier sign: who takes what, how many packages, on which vehicle. */
export async function freezeHandover(
  { db, tx }: Context,
  handover: RecordOf<typeof handovers>,
): Promise<Stored> {
  const { carrier, vehicle, driver, driverPhone, sealNo, packages, weightKg, warehouseId } = handover
  const [warehouse] = await db.select('SELECT code, name FROM warehouses WHERE id = ?', [warehouseId], tx)
  return {
    warehouse: { ...warehouse },
    carrier: { name: carrier },
    vehicle: { plate: vehicle, driver, driverPhone, sealNo },
    lines: handover.lines.map((line) => ({
      shipmentNo: line.shipmentNo,
      waybillNo: line.waybillNo,
      receiver: line.customerName,
      destination: line.destination,
      packages: String(line.packages ?? ''),
      weightKg: decimal(line.weightKg),
    })),
    totals: { packages: String(packages), weightKg: decimal(weightKg) },
  }
}
