import { boolean, choice, datetime, integer, json, reference, text } from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyoneBut, nobody } from '../../access/roles.js'
import { paper } from '../../groups.js'
import { collations } from './collations.js'
import { batchStates } from './batchStates.js'
import { cancelBatch } from './cancelBatch.js'
import { pauseBatch } from './pauseBatch.js'
import { printReady } from './printReady.js'
import { resumeBatch } from './resumeBatch.js'
import { retryBatch } from './retryBatch.js'

/** Papers that were issued together and come out one after the other, each in its place behind a cover sheet. */
export const printBatches = resource('print-batches', {
  label: say('打印批次', 'Print batches'),
  comesFrom: say(
    '在发货单列表勾选多张，按「出单打印」，就成一批。',
    'Choose several shipments in their list and issue them: that makes a batch.',
  ),
  group: paper,
  icon: 'batches',
  title: 'name',
  fields: {
    no: text({ label: say('批号', 'Batch no.'), readOnly: true, unique: true, max: 30, width: 160 }),
    name: text({ label: say('批次', 'Batch'), readOnly: true, max: 40, width: 90 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: batchStates,
      index: true,
      width: 110,
    }),
    documents: integer({ label: say('份数', 'Documents'), required: true, readOnly: true, width: 80 }),
    copies: integer({ label: say('联数', 'Copies'), required: true, readOnly: true, width: 80 }),
    printerIds: reference('printers', {
      label: say('打印机', 'Printers'),
      readOnly: true,
      many: true,
      width: 180,
    }),
    refused: json({ label: say('未列入', 'Left out'), readOnly: true }),
    hasCover: boolean({
      label: say('封面页', 'Cover sheet'),
      required: true,
      readOnly: true,
      default: true,
      width: 90,
    }),
    collation: choice({
      label: say('各联排法', 'Collation'),
      readOnly: true,
      choices: collations,
      width: 100,
    }),
    requestedBy: reference('users', { label: say('申请人', 'Requested by'), readOnly: true, width: 100 }),
    firstJobId: integer({
      label: say('首个任务', 'First job'),
      readOnly: true,
      max: Number.MAX_SAFE_INTEGER,
    }),
    startedAt: datetime({ label: say('开始时间', 'Started at'), readOnly: true, width: 140 }),
    endedAt: datetime({ label: say('结束时间', 'Ended at'), readOnly: true, width: 140 }),
  },
  grid: [
    'name',
    'no',
    'status',
    'documents',
    'copies',
    'printerIds',
    'requestedBy',
    'createdAt',
    'startedAt',
    'endedAt',
  ],
  form: [
    ['no', 'name', 'status'],
    ['documents', 'copies', 'collation', 'hasCover'],
    ['printerIds', 'requestedBy'],
    ['startedAt', 'endedAt'],
  ],
  filters: ['status', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['no'] },
  rights: { read: everyoneBut('sales', 'finance'), create: nobody, update: nobody, delete: nobody },
  actions: {
    pause: pauseBatch,
    resume: resumeBatch,
    printReady,
    retry: retryBatch,
    cancel: cancelBatch,
  },
})
