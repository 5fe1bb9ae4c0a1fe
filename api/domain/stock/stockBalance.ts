import { quantity, reference } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyoneBut, nobody } from '../access/roles.js'
import { warehouse } from '../groups.js'
import { qualityField } from './quality.js'

/** What is there, per product, warehouse and quality. Moved only by stock moves, reservations and shipments. */
export const stockBalances = resource('stock-balances', {
  label: say('库存', 'Stock'),
  comesFrom: say(
    '入库后就有库存：在「库存流水」新建一笔，或从表格导入期初库存。',
    'Stock begins with goods received: enter a stock move, or import the opening stock.',
  ),
  group: warehouse,
  icon: 'stock',
  title: 'productId',
  fields: {
    productId: reference('products', {
      label: say('商品', 'Product'),
      required: true,
      readOnly: true,
      index: true,
      width: 260,
    }),
    warehouseId: reference('warehouses', {
      label: say('仓库', 'Warehouse'),
      required: true,
      readOnly: true,
      width: 140,
    }),
    quality: { ...qualityField, readOnly: true },
    onHand: quantity({
      label: say('现存', 'On hand'),
      required: true,
      readOnly: true,
      index: true,
      width: 110,
    }),
    reserved: quantity({ label: say('已占用', 'Reserved'), required: true, readOnly: true, width: 110 }),
    available: quantity({
      label: say('可用', 'Available'),
      required: true,
      derived: 'column',
      index: true,
      width: 110,
    }),
  },
  grid: ['productId', 'warehouseId', 'quality', 'onHand', 'reserved', 'available'],
  form: [
    ['productId', 'warehouseId', 'quality'],
    ['onHand', 'reserved', 'available'],
  ],
  filters: ['productId', 'warehouseId', 'quality'],
  sort: ['productId', 'ASC'],
  uniqueTogether: [['productId', 'warehouseId', 'quality']],
  follows: ['stock-moves', 'reservations'],
  rights: { read: everyoneBut('service'), create: nobody, update: nobody, delete: nobody },
})
