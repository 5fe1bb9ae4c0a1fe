import {
  boolean,
  choice,
  datetime,
  hash,
  integer,
  json,
  reference,
  sentence,
  text,
} from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyoneBut, nobody } from '../../access/roles.js'
import { paper } from '../../groups.js'
import { settleBatch } from '../batches/settleBatch.js'
import { cancelJob } from './cancelJob.js'
import { checkJob } from './checkJob.js'
import { evidences } from '../copies/evidence.js'
import { holdJob } from './holdJob.js'
import { reasonsField } from '../printers/reasonsField.js'
import { printJobLifecycle } from './printJobLifecycle.js'
import { releaseJob } from './releaseJob.js'
import { reprintJob } from './reprintJob.js'
import { resolveJob } from './resolveJob.js'
import { retryJob } from './retryJob.js'
import { toOtherPrinter } from './toOtherPrinter.js'

/** One pass of paper: which copies of which document go to which printer, and what was really observed of it. */
export const printJobs = resource('print-jobs', {
  label: say('打印队列', 'Print queue'),
  comesFrom: say('出单打印后，打印任务排在这里。', 'What is issued queues here for its printer.'),
  group: paper,
  icon: 'queue',
  title: 'title',
  fields: {
    title: text({ label: say('任务', 'Job'), required: true, readOnly: true, max: 120, width: 220 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: printJobLifecycle.states,
      index: true,
      width: 110,
    }),
    evidence: choice({
      label: say('凭据', 'Evidence'),
      help: say('真正观察到的最高一级。', 'The highest level really observed.'),
      required: true,
      readOnly: true,
      width: 110,
      choices: evidences,
    }),
    reasons: reasonsField(180, say('等待原因', 'Waiting for')),
    printerId: reference('printers', {
      label: say('打印机', 'Printer'),
      required: true,
      readOnly: true,
      index: true,
      width: 140,
    }),
    documentId: reference('documents', {
      label: say('单据', 'Document'),
      readOnly: true,
      index: true,
      width: 170,
    }),
    copies: reference('document-copies', { label: say('联次', 'Copies'), readOnly: true, many: true }),
    tray: text({ label: say('纸盒', 'Tray'), readOnly: true, max: 60, width: 90 }),
    isPart: boolean({
      label: say('只打部分联', 'Some copies only'),
      required: true,
      readOnly: true,
      default: false,
    }),
    needsCheck: boolean({
      label: say('待核对', 'To be checked'),
      required: true,
      readOnly: true,
      default: false,
    }),
    checkedAt: datetime({ label: say('核对时间', 'Checked at'), readOnly: true, width: 130 }),
    checkedBy: reference('users', { label: say('核对人', 'Checked by'), readOnly: true, width: 100 }),
    attempts: integer({
      label: say('次数', 'Attempts'),
      required: true,
      readOnly: true,
      default: 0,
      width: 70,
    }),
    error: sentence({ label: say('错误', 'Error'), width: 240 }),
    expiresAt: datetime({ label: say('过期时间', 'Expires at'), readOnly: true, width: 130 }),
    purpose: choice({
      label: say('用途', 'Purpose'),
      required: true,
      readOnly: true,
      width: 80,
      choices: {
        first: { label: say('首打', 'First print') },
        reprint: { label: say('补打', 'Reprint'), tone: 'warning' },
        'test-page': { label: say('测试', 'Test page') },
        cover: { label: say('封面', 'Cover') },
      },
    }),
    reason: text({ label: say('补打原因', 'Reason'), readOnly: true, max: 200, width: 160 }),
    requestedBy: reference('users', { label: say('申请人', 'Requested by'), readOnly: true, width: 100 }),
    cancelRequested: boolean({
      label: say('正在取消', 'Cancelling'),
      required: true,
      readOnly: true,
      default: false,
    }),
    possiblyIncomplete: boolean({
      label: say('可能不完整', 'Possibly incomplete'),
      required: true,
      readOnly: true,
      default: false,
    }),
    batchId: reference('print-batches', {
      label: say('批次', 'Batch'),
      readOnly: true,
      index: true,
      width: 90,
    }),
    batchPlace: integer({ label: say('批次位置', 'Place in the batch'), readOnly: true, width: 80 }),
    templateId: reference('templates', {
      label: say('模板版本', 'Template'),
      required: true,
      readOnly: true,
    }),
    paper: json({ label: say('纸张', 'Paper'), required: true, readOnly: true }),
    pdfSha256: hash({ label: say('PDF 指纹', 'PDF hash') }),
    startedAt: datetime({ label: say('开始时间', 'Started at'), readOnly: true, width: 130 }),
    endedAt: datetime({ label: say('结束时间', 'Ended at'), readOnly: true, width: 130 }),
  },
  grid: [
    'title',
    'status',
    'reasons',
    'evidence',
    'printerId',
    'purpose',
    'attempts',
    'error',
    'requestedBy',
    'createdAt',
    'endedAt',
  ],
  form: [
    ['title', 'status', 'evidence'],
    ['printerId', 'tray', 'documentId', 'copies'],
    ['purpose', 'reason', 'attempts'],
    ['reasons', 'error'],
    ['checkedAt', 'checkedBy'],
    ['batchId', 'batchPlace'],
    'pdfSha256',
  ],
  filters: ['status', 'needsCheck', 'printerId', 'purpose', 'documentId', 'batchId', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['title'], anywhere: true },
  rights: { read: everyoneBut('sales', 'finance'), create: nobody, update: nobody, delete: nobody },
  lifecycle: printJobLifecycle,
  async afterWrite(context, job, before) {
    if (before && before.status !== job.status && job.batchId !== null)
      await settleBatch(context, Number(job.batchId), { before: before.status, after: job.status })
  },
  actions: {
    check: checkJob,
    resolve: resolveJob,
    reprint: reprintJob,
    cancel: cancelJob,
    hold: holdJob,
    release: releaseJob,
    retry: retryJob,
    move: toOtherPrinter,
  },
})
