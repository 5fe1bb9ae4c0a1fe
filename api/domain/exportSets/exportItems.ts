import { boolean, date, datetime, integer, lines, reference, text } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

/** The papers of a set. Who ticked one off, and when, is recorded. */
export const exportItems = lines({
  label: say('资料', 'Papers'),
  table: 'export_items',
  max: 60,
  grid: ['name', 'required', 'present', 'no', 'originals', 'duplicates', 'owner', 'dueOn', 'remark'],
  fields: {
    name: text({ label: say('资料', 'Paper'), required: true, max: 60, width: 180 }),
    required: boolean({ label: say('必需', 'Required'), required: true, default: true, width: 70 }),
    present: boolean({ label: say('已齐', 'There'), required: true, default: false, width: 70 }),
    no: text({ label: say('编号', 'Number'), max: 60, width: 140 }),
    originals: integer({ label: say('正本', 'Originals'), min: 0, max: 99, width: 70 }),
    duplicates: integer({ label: say('副本', 'Copies'), min: 0, max: 99, width: 70 }),
    owner: text({ label: say('负责', 'Owner'), max: 40, width: 90 }),
    dueOn: date({ label: say('最晚', 'Due'), width: 110 }),
    remark: text({ label: say('要点', 'Remark'), max: 100, width: 160 }),
    presentAt: datetime({ label: say('齐备时间', 'There since'), readOnly: true, width: 130 }),
    presentBy: reference('users', { label: say('登记人', 'Recorded by'), readOnly: true, width: 90 }),
  },
})

const item = (name: string, originals: number | null, duplicates: number | null, required = true) => ({
  name,
  required,
  present: false,
  no: null,
  originals,
  duplicates,
  owner: null,
  dueOn: null,
  remark: null,
})

/** What an ordinary export by sea asks for; a house adds and removes. */
export const usualItems = [
  item('商业发票', 3, 2),
  item('装箱单', 3, 2),
  item('销售合同', 1, 1),
  item('代理报关委托书', 1, null),
  item('申报要素表', 1, null),
  item('出口货物报关单', 1, null),
  item('订舱确认', 1, null),
  item('VGM 称重证明', 1, null),
  item('原产地证', 1, 2, false),
  item('提单', 3, 3),
]
