import { atDesk, type House } from '../house.js'
import { TOWN_WAREHOUSE } from '../premises.js'
import { idOf, ids } from './ids.js'

/** The town warehouse counts everything. */
export async function countTown(house: House, ago: number) {
  const [warehouseId] = await ids(house, 'SELECT id FROM warehouses WHERE code = ?', [TOWN_WAREHOUSE])
  await atDesk(house, 'warehouse', ago, async (desk) => {
    const { id } = await desk.create('stocktakes', { warehouseId, team: '城区一组', remark: '月度盘点' })
    await desk.act('stocktakes', 'start', id)
    const lines = await desk.context.db.select(
      'SELECT id, frozenBook FROM stocktake_lines WHERE stocktakeId = ? ORDER BY id',
      [id],
      desk.context.tx,
    )
    for (const [at, line] of lines.entries()) {
      const counted = Number(line.frozenBook) / 10_000 - (at === 3 ? 2 : 0) + (at === 8 ? 1 : 0)
      await desk.update('stocktake-lines', idOf(line), { counted: String(counted) })
    }
    return desk.act('stocktakes', 'finish', id)
  })
}

/** The supervisor posts what was found. */
export async function approveCount(house: House, ago: number) {
  const [counted] = await ids(house, "SELECT id FROM stocktakes WHERE status = 'counted'")
  if (counted === undefined) return
  await atDesk(house, 'supervisor', ago, (desk) =>
    desk.act('stocktakes', 'approve', counted, { reason: '拆零发货时点错' }),
  )
}

/** Some goods of the main warehouse are being counted as the demo opens, blind. */
export async function startCount(house: House) {
  const moved = 'SELECT productId AS id FROM stock_balances WHERE onHand > 0 ORDER BY id LIMIT 8'
  const products = await ids(house, moved)
  const [warehouseId] = await ids(house, 'SELECT id FROM warehouses WHERE isDefault = 1')
  await atDesk(house, 'warehouse', 0.2, async (desk) => {
    const { id } = await desk.create('stocktakes', { warehouseId, products, blind: true, team: '早班' })
    await desk.act('stocktakes', 'start', id)
    for (const productId of products.slice(0, 3)) {
      const { code } = await desk.read('products', productId)
      await desk.act('stocktakes', 'count', id, { code, quantity: '20' })
    }
  })
}
