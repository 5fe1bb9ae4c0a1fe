import { choice, datetime, reference, text } from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyone, nobody } from '../../access/roles.js'
import { paper } from '../../groups.js'
import { reasonsField } from '../printers/reasonsField.js'
import { seenAlert } from './seenAlert.js'

/** A printer that somebody should go to: it has kept papers waiting for too long, or something in it runs out. */
export const printerAlerts = resource('printer-alerts', {
  label: say('打印机提醒', 'Printer alerts'),
  comesFrom: say(
    '打印机等人太久时会列在这里；空着就是一切正常。',
    'Printers that have waited too long for somebody; empty is well.',
  ),
  group: paper,
  icon: 'alert',
  title: 'id',
  fields: {
    printerId: reference('printers', {
      label: say('打印机', 'Printer'),
      required: true,
      readOnly: true,
      index: true,
      width: 180,
    }),
    kind: choice({
      label: say('提醒', 'Alert'),
      required: true,
      readOnly: true,
      width: 130,
      choices: {
        waiting: { label: say('等待太久', 'Waits too long'), tone: 'error' },
        supplies: { label: say('耗材不足', 'Low supplies'), tone: 'warning' },
      },
    }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      index: true,
      default: 'open',
      width: 90,
      choices: {
        open: { label: say('进行中', 'Open'), tone: 'warning' },
        over: { label: say('已恢复', 'Over'), tone: 'success' },
      },
    }),
    reasons: reasonsField(200),
    detail: text({ label: say('说明', 'Detail'), readOnly: true, max: 200, width: 200 }),
    since: datetime({ label: say('开始', 'Since'), required: true, readOnly: true, width: 140 }),
    until: datetime({ label: say('结束', 'Until'), readOnly: true, width: 140 }),
    seenBy: reference('users', { label: say('谁看到了', 'Seen by'), readOnly: true, width: 120 }),
    seenAt: datetime({ label: say('看到时间', 'Seen at'), readOnly: true, width: 140 }),
  },
  grid: ['printerId', 'kind', 'status', 'reasons', 'detail', 'since', 'until', 'seenBy'],
  form: [
    ['printerId', 'kind', 'status'],
    ['reasons', 'detail'],
    ['since', 'until'],
    ['seenBy', 'seenAt'],
  ],
  filters: ['status', 'kind', 'printerId', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  rights: { read: everyone, create: nobody, update: nobody, delete: nobody },
  actions: { seen: seenAlert },
})
