import { choice, datetime, integer, lines, quantity, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, nobody } from '../access/roles.js'
import { warehouse } from '../groups.js'
import { cancelShipment } from './cancelShipment.js'
import { deliverShipment } from './deliverShipment.js'
import { dispatchShipment } from './dispatchShipment.js'
import { issueShipment } from './issueShipment.js'
import { setWaybill } from './setWaybill.js'
import { shipmentLifecycle } from './shipmentLifecycle.js'

export const shipments = resource('shipments', {
  label: say('发货单', 'Shipments'),
  comesFrom: say(
    '在已确认的订单页按「发货」，就有了发货单。',
    'Press Ship on a confirmed order: that makes a shipment.',
  ),
  group: warehouse,
  icon: 'shipments',
  title: 'no',
  fields: {
    no: text({ label: say('发货单号', 'Shipment no.'), readOnly: true, unique: true, max: 30, width: 136 }),
    orderId: reference('orders', {
      label: say('订单', 'Order'),
      required: true,
      readOnly: true,
      index: true,
      width: 136,
    }),
    customerName: text({
      label: say('客户名称', 'Customer name'),
      readOnly: true,
      index: true,
      max: 100,
      width: 220,
    }),
    warehouseId: reference('warehouses', {
      label: say('仓库', 'Warehouse'),
      required: true,
      readOnly: true,
      width: 100,
    }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: shipmentLifecycle.states,
      index: true,
      width: 90,
    }),
    carrier: text({ label: say('承运商', 'Carrier'), max: 60, width: 120 }),
    waybillNo: text({
      label: say('运单号', 'Waybill no.'),
      readOnly: true,
      index: true,
      max: 30,
      width: 130,
    }),
    packages: integer({ label: say('件数', 'Packages'), min: 1, max: 999, width: 70 }),
    weightKg: quantity({ label: say('重量 kg', 'Weight kg'), max: '99999', width: 90 }),
    lines: lines({
      label: say('明细', 'Lines'),
      table: 'shipment_lines',
      readOnly: true,
      fields: {
        orderLineId: integer({ label: say('订单行', 'Order line'), required: true, width: 80 }),
        productId: reference('products', { label: say('商品', 'Product'), required: true, width: 220 }),
        name: text({ label: say('品名', 'Name'), max: 100, width: 200 }),
        spec: text({ label: say('规格', 'Specification'), max: 60, width: 130 }),
        unit: text({ label: say('单位', 'Unit'), max: 10, width: 60 }),
        quantity: quantity({ label: say('数量', 'Quantity'), required: true, width: 100 }),
      },
    }),
    cancelReason: text({ label: say('取消原因', 'Reason of cancellation'), readOnly: true, max: 200 }),
    issuedAt: datetime({ label: say('出单时间', 'Issued at'), readOnly: true, width: 130 }),
    dispatchedAt: datetime({ label: say('发出时间', 'Dispatched at'), readOnly: true, width: 130 }),
    dispatchedBy: reference('users', { label: say('发货人', 'Dispatched by'), readOnly: true, width: 100 }),
    deliveredAt: datetime({ label: say('签收时间', 'Delivered at'), readOnly: true, width: 130 }),
  },
  grid: [
    'no',
    'status',
    'orderId',
    'customerName',
    'warehouseId',
    'carrier',
    'waybillNo',
    'createdAt',
    'dispatchedAt',
  ],
  form: [
    ['no', 'status'],
    ['orderId', 'warehouseId'],
    ['carrier', 'waybillNo'],
    ['packages', 'weightKg'],
    'lines',
  ],
  filters: ['status', 'warehouseId', 'orderId', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['no', 'customerName', 'waybillNo'] },
  rights: { read: everyone, create: nobody, update: ['warehouse'], delete: nobody },
  updateWhen: { status: ['draft', 'issued'] },
  lifecycle: shipmentLifecycle,
  actions: {
    issue: issueShipment,
    dispatch: dispatchShipment,
    deliver: deliverShipment,
    waybill: setWaybill,
    cancel: cancelShipment,
  },
})
