import { datetime, quantity, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyoneBut, nobody } from '../access/roles.js'
import { warehouse } from '../groups.js'
import { prepareCount } from './prepareCount.js'

/**
 * What one stocktake counts of one product. A record of its own, so that several people count at once, each scan
 * writes one line, and everybody sees it. In a blind count `bookQuantity`, `moved` and `difference` stay empty until
 * counting is finished.
 */
export const stocktakeLines = resource('stocktake-lines', {
  label: say('盘点明细', 'Stocktake lines'),
  group: warehouse,
  icon: 'stocktakeLine',
  menu: false,
  title: 'name',
  fields: {
    stocktakeId: reference('stocktakes', {
      label: say('盘点单', 'Stocktake'),
      required: true,
      readOnly: true,
      index: true,
      width: 160,
    }),
    productId: reference('products', {
      label: say('商品', 'Product'),
      required: true,
      readOnly: true,
      index: true,
      width: 200,
    }),
    productCode: text({
      label: say('商品编码', 'Product code'),
      required: true,
      readOnly: true,
      max: 30,
      width: 120,
    }),
    name: text({ label: say('品名', 'Name'), required: true, readOnly: true, max: 100, width: 200 }),
    spec: text({ label: say('规格', 'Specification'), readOnly: true, max: 60, width: 130 }),
    unit: text({ label: say('单位', 'Unit'), readOnly: true, max: 10, width: 60 }),
    barcode: text({ label: say('条码', 'Barcode'), readOnly: true, max: 40, width: 130 }),
    bookQuantity: quantity({ label: say('账面数', 'Book'), readOnly: true, width: 100 }),
    moved: quantity({
      label: say('期间进出', 'Moved'),
      help: say(
        '冻结账面数以后、盘到这一行以前的净进出。',
        'What came in less what went out between the freeze and this count.',
      ),
      readOnly: true,
      width: 90,
    }),
    counted: quantity({
      label: say('实盘数', 'Counted'),
      writeBy: ['warehouse'],
      min: '0',
      width: 100,
    }),
    difference: quantity({
      label: say('差异', 'Difference'),
      help: say('实盘数 −(账面数 + 期间进出)', 'Counted − (book + moved)'),
      readOnly: true,
      width: 90,
    }),
    reason: text({ label: say('差异原因', 'Reason'), max: 200, width: 160 }),
    countedAt: datetime({ label: say('盘点时间', 'Counted at'), readOnly: true, width: 130 }),
    countedBy: reference('users', { label: say('盘点人', 'Counted by'), readOnly: true, width: 100 }),
    frozenBook: quantity({ label: say('冻结数', 'Frozen'), required: true, readOnly: true, secret: true }),
    frozenMoved: quantity({ label: say('冻结后进出', 'Moved since'), readOnly: true, secret: true }),
  },
  grid: [
    'stocktakeId',
    'productCode',
    'name',
    'spec',
    'bookQuantity',
    'moved',
    'counted',
    'difference',
    'reason',
    'countedBy',
    'countedAt',
  ],
  form: [
    ['stocktakeId', 'productId'],
    ['productCode', 'barcode'],
    ['bookQuantity', 'moved', 'counted', 'difference'],
    'reason',
  ],
  filters: ['stocktakeId', 'productId', 'counted', 'difference', 'countedBy', 'createdAt'],
  sort: ['id', 'ASC'],
  search: { fields: ['productCode', 'name', 'barcode'], anywhere: true },
  rights: {
    read: everyoneBut('service'),
    create: nobody,
    update: ['warehouse', 'supervisor'],
    delete: nobody,
  },
  prepare: prepareCount,
})
