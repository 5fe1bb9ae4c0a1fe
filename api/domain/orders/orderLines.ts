import { lines, money, price, quantity, rate, reference, text } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

/** Order lines. Name, specification, unit, price and rate are the product's unless the clerk gave others. */
export const orderLines = lines({
  label: say('明细', 'Lines'),
  table: 'order_lines',
  max: 500,
  fields: {
    productId: reference('products', { label: say('商品', 'Product'), required: true, width: 240 }),
    productCode: text({ label: say('商品编码', 'Product code'), readOnly: true, max: 30, width: 110 }),
    name: text({ label: say('品名', 'Name'), max: 100, width: 200 }),
    spec: text({ label: say('规格', 'Specification'), max: 60, width: 130 }),
    unit: text({ label: say('单位', 'Unit'), max: 10, width: 60 }),
    quantity: quantity({ label: say('数量', 'Quantity'), required: true, max: '9999999', width: 100 }),
    unitPrice: price({ label: say('单价', 'Unit price'), max: '9999999', width: 110 }),
    taxRate: rate({ label: say('税率', 'Tax rate'), width: 80 }),
    netAmount: money({ label: say('金额', 'Net'), readOnly: true, width: 110 }),
    taxAmount: money({ label: say('税额', 'Tax'), readOnly: true, width: 100 }),
    grossAmount: money({ label: say('价税合计', 'Gross'), readOnly: true, width: 120 }),
    remark: text({ label: say('备注', 'Remark'), max: 100, width: 140 }),
    reservedQuantity: quantity({ label: say('已占用', 'Reserved'), readOnly: true, width: 90 }),
    shippedQuantity: quantity({ label: say('已发', 'Shipped'), readOnly: true, width: 90 }),
  },
})
