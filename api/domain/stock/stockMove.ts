import { choice, quantity, reference, text } from '../../engine/fields/index.js'
import { formatDecimal } from '../../engine/decimal.js'
import { Invalid } from '../../engine/problems.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyoneBut, nobody } from '../access/roles.js'
import { warehouse } from '../groups.js'
import { changeOnHand, stockAt } from './balances.js'
import { OutOfStock } from './outOfStock.js'
import { qualityField } from './quality.js'
import { reverseMoves } from './reverseMoves.js'

/** The ledger: every change of what is on hand, appended and never altered. The balance is the sum of its moves. */
export const stockMoves = resource('stock-moves', {
  label: say('库存流水', 'Stock moves'),
  group: warehouse,
  icon: 'moves',
  title: 'id',
  fields: {
    type: choice({
      label: say('类型', 'Type'),
      required: true,
      width: 90,
      choices: {
        receipt: { label: say('入库', 'Receipt'), tone: 'success' },
        adjustment: { label: say('调整', 'Adjustment'), tone: 'warning' },
        shipment: { label: say('出库', 'Shipment'), tone: 'info' },
      },
    }),
    productId: reference('products', {
      label: say('商品', 'Product'),
      required: true,
      index: true,
      width: 260,
    }),
    warehouseId: reference('warehouses', { label: say('仓库', 'Warehouse'), required: true, width: 140 }),
    quality: qualityField,
    quantity: quantity({
      label: say('数量', 'Quantity'),
      help: say('调整时可为负数。', 'May be negative in an adjustment.'),
      required: true,
      min: '-99999999',
      width: 110,
    }),
    balanceAfter: quantity({ label: say('结存', 'Balance after'), readOnly: true, width: 110 }),
    reason: text({ label: say('原因', 'Reason'), max: 200, width: 180 }),
    source: text({ label: say('来源单号', 'Source'), index: true, max: 60, width: 160 }),
    movedBy: reference('users', { label: say('经手人', 'By'), readOnly: true, width: 110 }),
  },
  grid: [
    'createdAt',
    'type',
    'productId',
    'warehouseId',
    'quality',
    'quantity',
    'balanceAfter',
    'source',
    'reason',
    'movedBy',
  ],
  form: [['type', 'quality'], ['productId', 'warehouseId'], ['quantity', 'source'], 'reason'],
  filters: ['type', 'productId', 'warehouseId', 'source', 'createdAt'],
  sort: ['id', 'DESC'],
  search: { fields: ['source'] },
  importable: {
    label: say('期初库存', 'Opening stock'),
    columns: ['productId', 'warehouseId', 'quality', 'quantity', 'reason', 'source'],
    fixed: { type: 'receipt' },
    undo: reverseMoves,
  },
  rights: {
    read: everyoneBut('service'),
    create: { warehouse: { type: ['receipt'] }, supervisor: { type: ['adjustment'] } },
    update: nobody,
    delete: nobody,
  },
  async prepare(context, values) {
    const key = {
      productId: Number(values.productId),
      warehouseId: Number(values.warehouseId),
      quality: String(values.quality),
    }
    const delta = Number(values.quantity)
    if (delta === 0 || (values.type === 'receipt' && delta < 0))
      throw Invalid({
        quantity: say(
          values.type === 'receipt' ? '入库数量应大于 0。' : '调整数量不能为 0。',
          values.type === 'receipt' ? 'A receipt needs a quantity above 0.' : 'An adjustment cannot be 0.',
        ),
      })
    if (values.type === 'adjustment' && values.reason == null)
      throw Invalid({ reason: say('调整库存要写明原因。', 'An adjustment needs a reason.') })
    if (!(await changeOnHand(context, key, delta))) {
      const { available } = await stockAt(context, key)
      throw OutOfStock({
        quantity: say(
          `可用库存只有 ${formatDecimal(available, 4)}，不够扣减。`,
          `Only ${formatDecimal(available, 4)} is available; that much cannot be taken away.`,
        ),
      })
    }
    const movedBy = context.who.kind === 'user' ? context.who.id : null
    return { ...values, balanceAfter: (await stockAt(context, key)).onHand, movedBy }
  },
})
