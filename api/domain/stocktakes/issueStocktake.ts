import type { Action } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { formatDecimal } from '../../engine/decimal.js'
import { findRecords, lockRecord } from '../../engine/records.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { asNumbers } from '../../engine/shapes.js'
import { say } from '../../engine/text.js'
import { issueDocument } from '../printing/documents/issueDocument.js'
import { issueInput } from '../printing/documents/issueInput.js'
import { stocktakeLines, stocktakes } from '../refs.js'
import { qualityField } from '../stock/quality.js'

/** Prints the sheet to count with, for a blind count without the book quantities. */
export const issueStocktake: Action = {
  label: say('打印盘点表', 'Issue'),
  icon: 'print',
  allow: ['warehouse'],
  when: { status: ['counting'] },
  answers: 'documents',
  input: issueInput('stocktake-sheet'),
  async run(context, { id }, input) {
    const stocktake = await lockRecord(context, stocktakes, id)
    return issueDocument(context, {
      kind: 'stocktake-sheet',
      subject: { name: stocktakes.name, id },
      warehouseId: stocktake.warehouseId,
      input,
      freeze: () => freezeStocktake(context, stocktake),
      takeNo: async () => String(stocktake.no),
    })
  },
}

async function freezeStocktake(context: Context, stocktake: RecordOf<typeof stocktakes>): Promise<Stored> {
  const { blind, team, products } = stocktake
  const [warehouse] = await context.db.select(
    'SELECT code, name FROM warehouses WHERE id = ?',
    [stocktake.warehouseId],
    context.tx,
  )
  const lines = await findRecords(
    context,
    stocktakeLines,
    { stocktakeId: stocktake.id },
    { order: ['productCode', 'ASC'] },
  )
  const chosen = asNumbers(products).length
  const quality = qualityField.choices[stocktake.quality].label.zh
  return {
    warehouse: { ...warehouse },
    stocktake: {
      scope: `${chosen > 0 ? `选定的 ${chosen} 种商品` : '全部在库商品'}，${quality}`,
      blind,
      asOf: stocktake.startedAt,
      team,
    },
    lines: lines.map(({ productCode, name, spec, unit, barcode, bookQuantity }) => ({
      productCode,
      name,
      spec,
      unit,
      barcode,
      bookQuantity: blind || bookQuantity === null ? null : formatDecimal(bookQuantity, 4),
    })),
  }
}
