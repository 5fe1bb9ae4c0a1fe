import type { Context } from '../../engine/context.js'
import { insertRows } from '../../engine/insertRows.js'
import type { Problem } from '../../engine/problem.js'
import { Conflict } from '../../engine/problems.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import type { Value } from '../../db/driver.js'
import { uniqueViolation } from '../../db/errors.js'
import type { stocktakes } from '../refs.js'

/** Rows to a statement: a statement of SQLite takes some thirty thousand values. */
const AT_ONCE = 500

interface Frozen {
  productId: number
  code: string
  name: string
  spec: Value
  unit: Value
  barcode: Value
  onHand: number
}

/**
 * Freezes what the books say of the products, of all that the warehouse holds when none are named; answers how many.
 * A product that another open count holds is refused by name: two counts would both post its difference.
 */
export async function freezeLines(
  context: Context,
  stocktake: RecordOf<typeof stocktakes>,
  products: readonly number[],
): Promise<number> {
  const { db, tx, now } = context
  const isOpen = 'b.warehouseId = ? AND b.quality = ?'
  const place = [stocktake.warehouseId, stocktake.quality]
  const wanted = 'p.id AS productId, p.code, p.name, p.spec, p.unit, p.barcode'
  const rows = await db.select(
    products.length === 0
      ? `SELECT ${wanted}, b.onHand FROM stock_balances b JOIN products p ON p.id = b.productId
         WHERE ${isOpen} AND b.onHand <> 0 ORDER BY p.code`
      : `SELECT ${wanted}, COALESCE(b.onHand, 0) AS onHand FROM products p
         LEFT JOIN stock_balances b ON b.productId = p.id AND ${isOpen}
         WHERE p.id IN (${products.map(() => '?').join(', ')}) ORDER BY p.code`,
    [...place, ...products],
    tx,
  )
  const frozen = rows.map((row): Frozen => ({
    productId: Number(row.productId),
    code: String(row.code),
    name: String(row.name),
    spec: textOf(row.spec),
    unit: textOf(row.unit),
    barcode: textOf(row.barcode),
    onHand: Number(row.onHand),
  }))
  for (let at = 0; at < frozen.length; at += AT_ONCE) {
    const part = frozen.slice(at, at + AT_ONCE).map(({ code, onHand, ...line }) => ({
      version: 1,
      createdAt: now,
      updatedAt: now,
      stocktakeId: stocktake.id,
      productCode: code,
      ...line,
      bookQuantity: stocktake.blind ? null : onHand,
      frozenBook: onHand,
      openKey: [...place, line.productId].join('/'),
    }))
    try {
      await insertRows(db.sequelize, 'stocktake_lines', part, tx)
    } catch (error) {
      if (uniqueViolation(error) === null) throw error
      throw await heldElsewhere(
        context,
        part.map(({ openKey }) => openKey),
      )
    }
  }
  return frozen.length
}

/** The lines of a count that is over hold their products no longer. */
export const releaseLines = ({ db, tx }: Context, { id }: Stored) =>
  db.execute('UPDATE stocktake_lines SET openKey = NULL WHERE stocktakeId = ?', [Number(id)], tx)

/** Reads with a lock, and so what was committed a moment ago, too. */
async function heldElsewhere({ db, tx }: Context, keys: string[]): Promise<Problem> {
  const [held] = await db.select(
    `SELECT l.productCode, l.name, s.no FROM stocktake_lines l JOIN stocktakes s ON s.id = l.stocktakeId
     WHERE l.openKey IN (${keys.map(() => '?').join(', ')}) ORDER BY l.productCode LIMIT 1 ${db.dialect === 'mysql' ? 'LOCK IN SHARE MODE' : ''}`,
    keys,
    tx,
  )
  const [what, no] = [`${String(held?.productCode)} ${String(held?.name)}`, String(held?.no)]
  return Conflict(
    say(
      `「${what}」正在盘点单 ${no} 中盘点；请先完成或取消那一单。`,
      `"${what}" is being counted in stocktake ${no}; finish or cancel that one first.`,
    ),
  )
}

const textOf = (value: unknown): Value => (value === null ? null : String(value))
