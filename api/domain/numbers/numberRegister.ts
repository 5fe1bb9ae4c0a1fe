import { choice, datetime, integer, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { nobody } from '../access/roles.js'
import { audit } from '../groups.js'
import { subjects } from '../printing/documents/subjects.js'
import { series } from './series.js'

/** Every number ever given: to which record, when, by whom, and whether its paper is void and why. */
export const numberRegister = resource('number-register', {
  label: say('单号登记', 'Number register'),
  comesFrom: say(
    '每个取用或作废的单号都登记在这里。',
    'Every number that is used or void is registered here.',
  ),
  group: audit,
  icon: 'numbers',
  title: 'number',
  fields: {
    series: choice({
      label: say('序列', 'Series'),
      required: true,
      readOnly: true,
      width: 110,
      choices: series,
    }),
    number: text({
      label: say('单号', 'Number'),
      required: true,
      readOnly: true,
      unique: true,
      max: 30,
      width: 170,
    }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      index: true,
      width: 90,
      choices: {
        used: { label: say('已用', 'Used'), tone: 'success' },
        void: { label: say('作废', 'Void'), tone: 'error' },
      },
    }),
    resource: choice({
      label: say('归属', 'Owner'),
      required: true,
      readOnly: true,
      open: true,
      width: 100,
      choices: { ...subjects, 'print-batches': { label: say('打印批次', 'Print batch') } },
    }),
    recordId: integer({
      label: say('记录', 'Record'),
      required: true,
      readOnly: true,
      max: Number.MAX_SAFE_INTEGER,
      width: 90,
    }),
    takenAt: datetime({
      label: say('取号时间', 'Taken at'),
      required: true,
      readOnly: true,
      index: true,
      width: 140,
    }),
    takenBy: text({ label: say('取号人', 'Taken by'), required: true, readOnly: true, max: 80, width: 110 }),
    reason: text({ label: say('作废原因', 'Reason'), readOnly: true, max: 200, width: 220 }),
    voidedAt: datetime({ label: say('作废时间', 'Voided at'), readOnly: true, index: true, width: 140 }),
  },
  grid: ['number', 'series', 'status', 'resource', 'recordId', 'takenAt', 'takenBy', 'reason', 'voidedAt'],
  form: [
    ['number', 'series', 'status'],
    ['resource', 'recordId'],
    ['takenAt', 'takenBy'],
    ['voidedAt', 'reason'],
  ],
  filters: ['series', 'status', 'takenAt', 'voidedAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['number'] },
  rights: { read: ['auditor', 'supervisor', 'admin'], create: nobody, update: nobody, delete: nobody },
})
