import { choice, money, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, everyoneBut } from '../access/roles.js'
import { catalog } from '../groups.js'
import { statementCycles } from '../statements/statementCycles.js'

const keepers = ['clerk', 'sales']

export const customers = resource('customers', {
  label: say('客户', 'Customers'),
  group: catalog,
  icon: 'customers',
  title: 'name',
  fields: {
    code: text({
      label: say('编码', 'Code'),
      required: true,
      unique: true,
      max: 20,
      writeBy: keepers,
      width: 110,
    }),
    name: text({
      label: say('名称', 'Name'),
      required: true,
      index: true,
      max: 100,
      writeBy: keepers,
      width: 240,
    }),
    shortName: text({ label: say('简称', 'Short name'), index: true, max: 40, writeBy: keepers, width: 120 }),
    region: text({ label: say('区域', 'Region'), index: true, max: 40, writeBy: keepers, width: 100 }),
    phone: text({ label: say('电话', 'Phone'), index: true, max: 40, writeBy: keepers, width: 140 }),
    contactName: text({ label: say('联系人', 'Contact'), max: 40, writeBy: keepers, width: 100 }),
    address: text({ label: say('地址', 'Address'), max: 200, writeBy: keepers, width: 260 }),
    taxNo: text({ label: say('统一社会信用代码', 'Tax number'), max: 30, writeBy: keepers, width: 190 }),
    creditLimit: money({
      label: say('信用额度', 'Credit limit'),
      min: 0,
      readBy: everyoneBut('service', 'warehouse'),
      writeBy: ['finance'],
      width: 130,
    }),
    statementCycle: choice({
      label: say('对账周期', 'Statements'),
      required: true,
      choices: statementCycles,
      default: 'month',
      writeBy: [...keepers, 'finance'],
      width: 100,
    }),
  },
  grid: ['code', 'name', 'shortName', 'region', 'contactName', 'phone', 'creditLimit'],
  form: [
    ['code', 'shortName'],
    'name',
    ['contactName', 'phone'],
    ['region', 'taxNo'],
    'address',
    ['creditLimit', 'statementCycle'],
  ],
  filters: ['region', 'statementCycle'],
  sort: ['code', 'ASC'],
  search: { fields: ['code', 'name', 'shortName', 'phone'], anywhere: true },
  importable: {
    columns: [
      'code',
      'name',
      'shortName',
      'region',
      'contactName',
      'phone',
      'address',
      'taxNo',
      'statementCycle',
    ],
  },
  rights: { read: everyone, create: keepers, update: [...keepers, 'finance'], delete: keepers },
})
