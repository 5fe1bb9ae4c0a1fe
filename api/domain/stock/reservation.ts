import { choice, integer, quantity, reference } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyoneBut, nobody } from '../access/roles.js'
import { warehouse } from '../groups.js'

/** Stock put aside for an order line. `active` until shipped or released. */
export const reservations = resource('reservations', {
  label: say('占用', 'Reservations'),
  comesFrom: say('确认订单时占用库存。', 'Confirming an order reserves its stock.'),
  group: warehouse,
  icon: 'reservations',
  menu: false,
  title: 'id',
  fields: {
    orderId: reference('orders', {
      label: say('订单', 'Order'),
      required: true,
      readOnly: true,
      index: true,
      width: 180,
    }),
    orderLineId: integer({ label: say('订单行', 'Order line'), required: true, readOnly: true, width: 90 }),
    shipmentId: reference('shipments', { label: say('发货单', 'Shipment'), readOnly: true, width: 180 }),
    productId: reference('products', {
      label: say('商品', 'Product'),
      required: true,
      readOnly: true,
      width: 240,
    }),
    warehouseId: reference('warehouses', {
      label: say('仓库', 'Warehouse'),
      required: true,
      readOnly: true,
      width: 140,
    }),
    quantity: quantity({ label: say('数量', 'Quantity'), required: true, readOnly: true, width: 110 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      width: 90,
      choices: {
        active: { label: say('有效', 'Active'), tone: 'info' },
        shipped: { label: say('已发', 'Shipped'), tone: 'success' },
        released: { label: say('释放', 'Released'), tone: 'neutral' },
      },
    }),
  },
  grid: ['orderId', 'productId', 'warehouseId', 'quantity', 'status', 'shipmentId', 'createdAt'],
  form: [
    ['orderId', 'shipmentId'],
    ['productId', 'warehouseId'],
    ['quantity', 'status'],
  ],
  filters: ['status', 'productId', 'warehouseId', 'orderId'],
  sort: ['id', 'DESC'],
  rights: { read: everyoneBut('service'), create: nobody, update: nobody, delete: nobody },
})
