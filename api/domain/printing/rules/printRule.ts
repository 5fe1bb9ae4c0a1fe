import { choice, integer, reference, text } from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyone } from '../../access/roles.js'
import { setup } from '../../groups.js'
import { documentKinds } from '../documents/documentKinds.js'
import { checkRule } from './checkRule.js'

/** Which papers go where: the most specific rule wins, and none is ever replaced by another printer in silence. */
export const printRules = resource('print-rules', {
  label: say('打印规则', 'Print rules'),
  group: setup,
  icon: 'print',
  title: 'id',
  fields: {
    kind: choice({
      label: say('单据', 'Paper'),
      required: true,
      choices: documentKinds,
      index: true,
      width: 120,
    }),
    warehouseId: reference('warehouses', {
      label: say('仓库', 'Warehouse'),
      help: say('不选则适用于所有仓库。', 'Empty: any warehouse.'),
      width: 130,
    }),
    copyNo: integer({
      label: say('联号', 'Copy no.'),
      help: say('不填则适用于所有联。', 'Empty: any copy.'),
      min: 1,
      max: 9,
      width: 80,
    }),
    printerId: reference('printers', { label: say('打印机', 'Printer'), width: 160 }),
    tray: text({
      label: say('纸盒', 'Tray'),
      help: say('打印机的纸盒名，如 tray-2。', "The printer's name of it, such as tray-2."),
      max: 60,
      width: 100,
    }),
    copySetId: reference('copy-sets', {
      label: say('联次设置', 'Copy set'),
      help: say('不选则用该单据的默认联次。', 'Empty: the default set of this paper.'),
      width: 180,
    }),
    scope: text({ label: say('适用范围', 'Scope'), readOnly: true, required: true, unique: true, max: 80 }),
  },
  grid: ['kind', 'warehouseId', 'copyNo', 'printerId', 'tray', 'copySetId'],
  form: [
    ['kind', 'warehouseId', 'copyNo'],
    ['printerId', 'tray', 'copySetId'],
  ],
  filters: ['kind', 'warehouseId', 'printerId'],
  sort: ['scope', 'ASC'],
  rights: { read: everyone, create: ['admin'], update: ['admin'], delete: ['admin'] },
  prepare: checkRule,
})
