import { choice, price, rate, text } from '../../engine/fields/index.js'
import { houseSettings } from '../settings/houseSettings.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone } from '../access/roles.js'
import { catalog } from '../groups.js'
import { handlings } from './handlings.js'

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
    shelf: text({
      label: say('库位', 'Shelf'),
      max: 30,
      width: 110,
      help: say('如 A-01-2；拣货单按库位排序。', 'Such as A-01-2; pick lists go along the shelves.'),
    }),
    handling: choice({
      label: say('搬运要求', 'Handling'),
      many: true,
      choices: handlings,
      width: 120,
      help: say('印在拣货单上。', 'Stands on pick lists.'),
    }),
  },
  grid: ['code', 'name', 'spec', 'unit', 'price', 'taxRate', 'barcode', 'shelf'],
  form: [['code', 'barcode'], 'name', ['spec', 'unit'], ['price', 'taxRate'], ['shelf', 'handling']],
  sort: ['code', 'ASC'],
  search: { fields: ['code', 'name', 'spec', 'barcode'], anywhere: true },
  importable: { columns: ['code', 'name', 'spec', 'unit', 'barcode', 'price', 'taxRate', 'shelf'] },
  defaults: async (db, tx) => ({ taxRate: (await houseSettings({ db, tx })).taxRate }),
  rights: { read: everyone, create: keepers, update: keepers, delete: keepers },
})
