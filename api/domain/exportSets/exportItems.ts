import {
  boolean,
  choice,
  date,
  datetime,
  integer,
  lines,
  reference,
  text,
} from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'
import { documentKinds, type DocumentKind } from '../printing/documents/documentKinds.js'

/** The documents of an order or a shipment that go abroad with the goods. */
const ownKinds: DocumentKind[] = [
  'sales-order',
  'order-acknowledgement',
  'packing-list',
  'dispatch-note',
  'delivery-note',
]

/** The papers of a set. Who ticked one off, and when, is recorded. */
export const exportItems = lines({
  label: say('资料', 'Papers'),
  table: 'export_items',
  max: 60,
  grid: ['name', 'kind', 'required', 'present', 'no', 'originals', 'duplicates', 'owner', 'dueOn', 'remark'],
  fields: {
    name: text({ label: say('资料', 'Paper'), required: true, max: 60, width: 150 }),
    kind: choice({
      label: say('本系统单据', 'Made here as'),
      help: say(
        '由本系统开具的资料：页面链到它，打印清单时带出它的单号。',
        'A paper that is issued here: the page links to it, and the printed checklist bears its number.',
      ),
      choices: Object.fromEntries(ownKinds.map((kind) => [kind, documentKinds[kind]])),
      width: 110,
    }),
    required: boolean({ label: say('必需', 'Required'), required: true, default: true, width: 70 }),
    present: boolean({ label: say('已齐', 'There'), required: true, default: false, width: 70 }),
    no: text({ label: say('编号', 'Number'), max: 60, width: 120 }),
    originals: integer({ label: say('正本', 'Originals'), min: 0, max: 99, width: 70 }),
    duplicates: integer({ label: say('副本', 'Copies'), min: 0, max: 99, width: 70 }),
    owner: text({ label: say('负责', 'Owner'), max: 40, width: 90 }),
    dueOn: date({ label: say('最晚', 'Due'), width: 124 }),
    remark: text({ label: say('要点', 'Remark'), max: 100, width: 130 }),
    presentAt: datetime({ label: say('齐备时间', 'There since'), readOnly: true, width: 130 }),
    presentBy: reference('users', { label: say('登记人', 'Recorded by'), readOnly: true, width: 90 }),
  },
})

const item = (
  name: string,
  originals: number | null,
  duplicates: number | null,
  more: Partial<Item> = {},
) => ({
  name,
  kind: null,
  required: true,
  present: false,
  no: null,
  originals,
  duplicates,
  owner: null,
  dueOn: null,
  remark: null,
  ...more,
})

interface Item {
  kind: DocumentKind
  required: boolean
}

/** What an ordinary export by sea asks for; a house adds and removes. */
export const usualItems = [
  item('商业发票', 3, 2),
  item('装箱单', 3, 2, { kind: 'packing-list' }),
  item('销售合同', 1, 1, { kind: 'sales-order' }),
  item('代理报关委托书', 1, null),
  item('申报要素表', 1, null),
  item('出口货物报关单', 1, null),
  item('订舱确认', 1, null),
  item('VGM 称重证明', 1, null),
  item('原产地证', 1, 2, { required: false }),
  item('提单', 3, 3),
]
