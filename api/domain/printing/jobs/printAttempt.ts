import { choice, datetime, hash, integer, quantity, reference, text } from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { nobody } from '../../access/roles.js'
import { audit } from '../../groups.js'

/** The ledger of what went to printers: one row for each try to hand a job over, with what was known of it. */
export const printAttempts = resource('print-attempts', {
  label: say('打印台账', 'Print ledger'),
  comesFrom: say(
    '每次向打印机发送都记在这里，出单打印后就有。',
    'Every delivery to a printer is kept here, from the first print on.',
  ),
  group: audit,
  icon: 'ledger',
  title: 'token',
  fields: {
    jobId: reference('print-jobs', {
      label: say('打印任务', 'Print job'),
      required: true,
      readOnly: true,
      index: true,
      width: 240,
    }),
    n: integer({ label: say('第几次', 'Attempt'), required: true, readOnly: true, width: 80 }),
    state: choice({
      label: say('到达', 'Reached'),
      required: true,
      readOnly: true,
      width: 110,
      choices: {
        prepared: { label: say('已准备', 'Prepared') },
        created: { label: say('已建任务', 'Job made') },
        sending: { label: say('正在发送', 'Sending') },
        accepted: { label: say('打印机已接收', 'Accepted'), tone: 'success' },
      },
    }),
    bytesSha256: hash({ label: say('内容指纹', 'Hash of the bytes'), width: 130 }),
    offsetX: quantity({ label: say('右移（mm）', 'Moved right (mm)'), readOnly: true, width: 90 }),
    offsetY: quantity({ label: say('下移（mm）', 'Moved down (mm)'), readOnly: true, width: 90 }),
    ippJobId: integer({ label: say('打印机任务号', 'Job at the printer'), readOnly: true, width: 100 }),
    printerUuid: text({ label: say('打印机标识', 'Printer UUID'), readOnly: true, max: 100, width: 160 }),
    token: text({ label: say('标记', 'Token'), required: true, readOnly: true, max: 40, width: 100 }),
    startedAt: datetime({
      label: say('开始时间', 'Started at'),
      required: true,
      readOnly: true,
      index: true,
      width: 140,
    }),
    endedAt: datetime({ label: say('结束时间', 'Ended at'), readOnly: true, width: 140 }),
    note: text({ label: say('结果', 'Outcome'), readOnly: true, max: 200, width: 200 }),
  },
  grid: ['startedAt', 'jobId', 'n', 'state', 'ippJobId', 'bytesSha256', 'endedAt', 'note'],
  form: [
    ['jobId', 'n', 'state'],
    ['ippJobId', 'printerUuid', 'token'],
    ['bytesSha256', 'offsetX', 'offsetY'],
    ['startedAt', 'endedAt', 'note'],
  ],
  filters: ['jobId', 'startedAt'],
  sort: ['id', 'DESC'],
  rights: { read: ['auditor', 'supervisor', 'admin'], create: nobody, update: nobody, delete: nobody },
})
