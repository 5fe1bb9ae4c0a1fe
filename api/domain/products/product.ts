import { price, rate, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone } from '../access/roles.js'
import { catalog } from '../groups.js'

const keepers = ['admin', 'supervisor']

export const products = resource('products', {
  label: say('商品', 'Products'),
  group: catalog,
  icon: 'products',
  title: 'name',
  fields: {
    code: text({ label: say('编码', 'Code'), required: true, unique: true, max: 30, width: 120 }),
    name: text({ label: say('品名', 'Name'), required: true, index: true, max: 100, width: 220 }),
    spec: text({ label: say('规格', 'Specification'), max: 60, width: 150 }),
    unit: text({ label: say('单位', 'Unit'), required: true, max: 10, width: 70 }),
    barcode: text({ label: say('条码', 'Barcode'), index: true, max: 40, width: 150 }),
    price: price({ label: say('含税单价', 'Price'), required: true, width: 110 }),
    taxRate: rate({ label: say('税率', 'Tax rate'), required: true, default: '0.13', width: 80 }),
  },
  grid: ['code', 'name', 'spec', 'unit', 'price', 'taxRate', 'barcode'],
  form: [['code', 'barcode'], 'name', ['spec', 'unit'], ['price', 'taxRate']],
  sort: ['code', 'ASC'],
  search: { fields: ['code', 'name', 'spec', 'barcode'], anywhere: true },
  importable: { columns: ['code', 'name', 'spec', 'unit', 'barcode', 'price', 'taxRate'] },
  rights: { read: everyone, create: keepers, update: keepers, delete: keepers },
})
