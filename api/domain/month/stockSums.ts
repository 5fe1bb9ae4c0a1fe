import { columnsOf } from '../../engine/export/columns.js'
import type { ExportTable } from '../../engine/export/exportTable.js'
import { quantity, reference, type Field } from '../../engine/fields/index.js'
import type { Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { titleCache } from '../../engine/titles.js'
import { qualityField } from '../stock/quality.js'
import type { MonthReading } from './monthTables.js'
import type { MonthRange } from './monthRange.js'

const BATCH = 500

const fields: [string, Field][] = [
  ['productId', reference('products', { label: say('商品', 'Product') })],
  ['warehouseId', reference('warehouses', { label: say('仓库', 'Warehouse') })],
  ['quality', qualityField],
  ['opening', quantity({ label: say('期初', 'Opening') })],
  ['moved', quantity({ label: say('本月变动', 'Moved in the month') })],
  ['closing', quantity({ label: say('期末', 'Closing') })],
]

/** Opening, movement and closing of every product, warehouse and quality: what the month's moves must add up to. */
export const stockSums = { label: say('库存收发存', 'Stock sums'), open }

function open({ db, catalog, who, language, tx }: MonthReading, { from, until }: MonthRange): ExportTable {
  const titles = titleCache(catalog, who, tx)
  const columns = columnsOf(fields, language, titles.get, true)

  async function* batches() {
    for (let last = 0; ;) {
      const rows = await db.select(SUMS, [from, from, until, last, BATCH], tx)
      if (rows.length === 0) return
      last = Number(rows.at(-1)?.id)
      await titles.load(
        'products',
        rows.map((row) => Number(row.productId)),
      )
      await titles.load(
        'warehouses',
        rows.map((row) => Number(row.warehouseId)),
      )
      yield rows.map((row) => {
        const [opening, moved] = [Number(row.opening), Number(row.moved)]
        const record: Stored = { ...row, opening, moved, closing: opening + moved }
        return columns.map((column) => column.text(record))
      })
    }
  }
  return {
    names: columns.map(({ name }) => name),
    columns: columns.map(({ field }) => field),
    heads: columns.map(({ head }) => head),
    batches: batches(),
  }
}

const MOVES = `FROM stock_moves m
  WHERE m.productId = b.productId AND m.warehouseId = b.warehouseId AND m.quality = b.quality`

const SUMS = `SELECT b.id, b.productId, b.warehouseId, b.quality,
    COALESCE((SELECT SUM(m.quantity) ${MOVES} AND m.createdAt < ?), 0) AS opening,
    COALESCE((SELECT SUM(m.quantity) ${MOVES} AND m.createdAt >= ? AND m.createdAt < ?), 0) AS moved
  FROM stock_balances b WHERE b.id > ? ORDER BY b.id LIMIT ?`
