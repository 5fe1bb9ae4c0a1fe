import { boolean, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { undoDefault } from '../../engine/undoDefault.js'
import { say } from '../../engine/text.js'
import { everyone } from '../access/roles.js'
import { catalog } from '../groups.js'

const keepers = ['admin', 'supervisor']

export const warehouses = resource('warehouses', {
  label: say('仓库', 'Warehouses'),
  group: catalog,
  icon: 'warehouses',
  title: 'name',
  fields: {
    code: text({ label: say('编码', 'Code'), required: true, unique: true, max: 20, width: 110 }),
    name: text({ label: say('名称', 'Name'), required: true, max: 60, width: 200 }),
    isDefault: boolean({ label: say('默认仓库', 'Default'), required: true, default: false, width: 90 }),
    printerId: reference('printers', {
      label: say('打印机', 'Printer'),
      help: say(
        '本仓库的单据从这台打印机出来，除非另外指定。',
        'Papers of this warehouse come out here unless told otherwise.',
      ),
    }),
  },
  grid: ['code', 'name', 'isDefault', 'printerId'],
  form: [
    ['code', 'name'],
    ['isDefault', 'printerId'],
  ],
  sort: ['code', 'ASC'],
  search: { fields: ['code', 'name'], anywhere: true },
  rights: { read: everyone, create: keepers, update: keepers, delete: keepers },
  async afterWrite(context, record) {
    // There is one default warehouse: the one that was made it last.
    if (record.isDefault) await undoDefault(context, 'warehouses', record)
  },
})
