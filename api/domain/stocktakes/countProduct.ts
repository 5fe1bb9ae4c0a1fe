import type { Action } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { boolean, quantity, text } from '../../engine/fields/index.js'
import { Invalid } from '../../engine/problems.js'
import { findRecords, lockRecord, updateRecord } from '../../engine/records.js'
import type { RecordOf } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { stocktakeLines, stocktakes } from '../refs.js'
import { countedValues } from './countedValues.js'
import { freezeLines } from './freezeLines.js'

/** Counts by barcode or product code: a scan adds to the line of that product, or sets what was counted there. */
export const countProduct: Action = {
  label: say('扫码盘点', 'Count'),
  icon: 'scan',
  allow: ['warehouse'],
  when: { status: ['counting'] },
  answers: 'stocktake-lines',
  input: {
    code: text({ label: say('条码或商品编码', 'Barcode or product code'), required: true, max: 40 }),
    quantity: quantity({ label: say('数量', 'Quantity'), required: true, min: '0', default: '1' }),
    add: boolean({
      label: say('累加', 'Add'),
      help: say('否则改为这个数。', 'Otherwise this becomes the count.'),
      required: true,
      default: true,
    }),
    addMissing: boolean({
      label: say('不在表上也记', 'Also when not listed'),
      help: say('把盘点表以外、却在库里的商品加进来。', 'Adds a product that is there but not on the list.'),
      required: true,
      default: false,
    }),
  },
  async run(context, { id }, { code, quantity: given, add, addMissing }) {
    const stocktake = await lockRecord(context, stocktakes, id)
    const productId = await productOf(context, String(code))
    const line =
      (await lineOf(context, id, productId)) ??
      (await addedLine(context, stocktake, productId, String(code), Boolean(addMissing)))
    const counted = Number(given) + (add ? (line.counted ?? 0) : 0)
    await updateRecord(
      context,
      stocktakeLines,
      line,
      await countedValues(context, stocktake, line, counted),
      'count',
    )
    return { resource: stocktakeLines, id: line.id }
  },
}

async function lineOf(context: Context, stocktakeId: number, productId: number) {
  const [line] = await findRecords(context, stocktakeLines, { stocktakeId, productId }, { lock: true })
  return line
}

/** The one product of that barcode or code; a barcode that several products share is refused, never guessed. */
async function productOf({ db, tx }: Context, code: string): Promise<number> {
  const found = await db.select(
    'SELECT id, code FROM products WHERE barcode = ? OR code = ? LIMIT 2',
    [code, code],
    tx,
  )
  const [one] = found
  if (!one)
    throw Invalid({
      code: say(`没有条码或编码为 ${code} 的商品。`, `No product has the barcode or code ${code}.`),
    })
  if (found.length > 1)
    throw Invalid({
      code: say(
        `${code} 对应不止一个商品，请输入商品编码。`,
        `${code} stands for more than one product; enter its product code.`,
      ),
    })
  return Number(one.id)
}

async function addedLine(
  context: Context,
  stocktake: RecordOf<typeof stocktakes>,
  productId: number,
  code: string,
  addMissing: boolean,
) {
  if (!addMissing)
    throw Invalid({
      code: say(
        `${code} 不在这张盘点表上；确实在库里的话，勾选「不在表上也记」。`,
        `${code} is not on this stocktake; if it is really there, tick "Also when not listed".`,
      ),
    })
  await freezeLines(context, stocktake, [productId])
  const line = await lineOf(context, stocktake.id, productId)
  if (!line) throw new Error(`The line of product ${productId} was not added.`)
  await updateRecord(
    context,
    stocktakes,
    stocktake,
    { lineCount: (stocktake.lineCount ?? 0) + 1 },
    'add-line',
  )
  return line
}
