import { boolean, choice, integer, lines, text } from '../../../engine/fields/index.js'
import type { FieldErrors } from '../../../engine/problem.js'
import { Invalid } from '../../../engine/problems.js'
import { resource } from '../../../engine/resource.js'
import { asObjects } from '../../../engine/shapes.js'
import { undoDefault } from '../../../engine/undoDefault.js'
import { say } from '../../../engine/text.js'
import { everyone } from '../../access/roles.js'
import { setup } from '../../groups.js'
import { documentKinds } from '../documents/documentKinds.js'
import { copyModes } from './copyModes.js'
import { collations } from '../batches/collations.js'
import { copyColors } from './copyColors.js'

/** 一式多联 as data: which copies a paper has, whom each is for, and how they come out of the printer. */
export const copySets = resource('copy-sets', {
  label: say('联次设置', 'Copy sets'),
  group: setup,
  icon: 'copies',
  title: 'name',
  fields: {
    name: text({ label: say('名称', 'Name'), required: true, unique: true, max: 60, width: 200 }),
    kind: choice({
      label: say('单据', 'Paper'),
      required: true,
      choices: documentKinds,
      index: true,
      width: 110,
    }),
    isDefault: boolean({ label: say('默认', 'Default'), required: true, default: false, width: 80 }),
    mode: choice({
      label: say('出纸方式', 'Mode'),
      required: true,
      default: 'sheets',
      width: 110,
      choices: copyModes,
    }),
    collation: choice({
      label: say('整批打印时', 'In a batch'),
      help: say(
        '按单分组：每张单据的各联排在一起。按联分组：先出全部第一联，再出全部第二联。压感纸一次成联的不分。',
        'By paper: the copies of each paper lie together. By copy: all first copies, then all second ones. Carbonless plies stay together.',
      ),
      required: true,
      default: 'document',
      choices: collations,
      width: 110,
    }),
    checkBeforePrint: boolean({
      label: say('打印前须核对', 'Check before print'),
      help: say(
        '首次打印前须有人打开预览核对。',
        'Somebody must have looked at the preview before the first print.',
      ),
      required: true,
      default: false,
    }),
    scanBeforeDispatch: boolean({
      label: say('发出前须扫码', 'Scan before dispatch'),
      help: say('发货前须扫过这张单据的二维码。', 'The goods leave only after its QR was scanned.'),
      required: true,
      default: false,
    }),
    copies: lines({
      label: say('各联', 'Copies'),
      table: 'copy_set_copies',
      min: 1,
      max: 9,
      required: true,
      fields: {
        copyNo: integer({ label: say('联号', 'No.'), required: true, min: 1, max: 9, width: 70 }),
        name: text({ label: say('名称', 'Name'), required: true, max: 20, width: 120 }),
        color: choice({
          label: say('颜色', 'Colour'),
          required: true,
          choices: copyColors,
          default: 'white',
          width: 90,
        }),
        receiver: text({ label: say('交给', 'Receiver'), max: 40, width: 120 }),
        showsPrice: boolean({
          label: say('显示价格', 'Shows prices'),
          required: true,
          default: true,
          width: 90,
        }),
        mustReturn: boolean({
          label: say('须回单', 'Must return'),
          required: true,
          default: false,
          width: 80,
        }),
        returnDays: integer({
          label: say('回单天数', 'Days to return'),
          help: say('发出后几天内应收回签字联，不填按 15 天。', 'Days after dispatch; 15 when empty.'),
          min: 0,
          max: 365,
          width: 90,
        }),
      },
    }),
  },
  grid: ['name', 'kind', 'isDefault', 'mode', 'collation'],
  form: [
    ['name', 'kind', 'isDefault'],
    ['mode', 'collation'],
    ['checkBeforePrint', 'scanBeforeDispatch'],
    'copies',
  ],
  filters: ['kind'],
  sort: ['kind', 'ASC'],
  rights: { read: everyone, create: ['admin'], update: ['admin'], delete: ['admin'] },
  prepare(_context, values) {
    const numbers = asObjects(values.copies).map(({ copyNo }) => copyNo)
    const twice = say('联号重复，请改成不同的联号。', 'This number is there twice; give each copy its own.')
    if (new Set(numbers).size < numbers.length)
      throw Invalid({
        copies: numbers.map((no, at): FieldErrors => (numbers.indexOf(no) < at ? { copyNo: twice } : {})),
      })
    return Promise.resolve(values)
  },
  async afterWrite(context, record) {
    if (record.isDefault) await undoDefault(context, 'copy-sets', record, { kind: String(record.kind) })
  },
})
