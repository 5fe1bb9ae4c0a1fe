import {
  boolean,
  choice,
  datetime,
  hash,
  integer,
  json,
  reference,
  text,
} from '../../../engine/fields/index.js'
import type { Access } from '../../../engine/access.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyone, nobody } from '../../access/roles.js'
import { paper } from '../../groups.js'
import { copyModes } from '../copies/copyModes.js'
import { templateKinds } from './documentKinds.js'
import { subjects } from './subjects.js'

const money = ['receipt', 'statement']
const others = { kind: Object.keys(templateKinds).filter((kind) => !money.includes(kind)) }

/** Who does not see receipts and statements does not see their papers either. */
const readers: Access = {
  ...Object.fromEntries(everyone.map((role) => [role, true])),
  warehouse: others,
  service: others,
}

/** An issued paper: its data is frozen, its PDF archived, its number never given again. */
export const documents = resource('documents', {
  label: say('单据', 'Documents'),
  comesFrom: say(
    '在订单、发货单等页面按「出单」或「打印」，就有了单据。',
    'Issue or print on the page of an order, a shipment and others: that makes a document.',
  ),
  group: paper,
  icon: 'documents',
  title: 'no',
  fields: {
    kind: choice({
      label: say('单据', 'Kind'),
      required: true,
      readOnly: true,
      choices: templateKinds,
      index: true,
      width: 100,
    }),
    no: text({ label: say('单号', 'No.'), required: true, readOnly: true, index: true, max: 30, width: 170 }),
    revision: integer({ label: say('版次', 'Revision'), required: true, readOnly: true, width: 70 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      width: 90,
      choices: {
        issued: { label: say('有效', 'Issued'), tone: 'success' },
        superseded: { label: say('已失效', 'Superseded'), tone: 'warning' },
        void: { label: say('作废', 'Void'), tone: 'error' },
      },
    }),
    subject: choice({
      label: say('对象', 'About'),
      required: true,
      readOnly: true,
      open: true,
      choices: subjects,
      index: true,
      width: 90,
    }),
    subjectId: integer({
      label: say('对象编号', 'Id of what it is about'),
      required: true,
      readOnly: true,
      max: Number.MAX_SAFE_INTEGER,
      width: 90,
    }),
    orderId: reference('orders', { label: say('订单', 'Order'), readOnly: true, index: true, width: 160 }),
    shipmentId: reference('shipments', {
      label: say('发货单', 'Shipment'),
      readOnly: true,
      index: true,
      width: 160,
    }),
    customerId: reference('customers', {
      label: say('客户', 'Customer'),
      readOnly: true,
      index: true,
      width: 220,
    }),
    customerName: text({
      label: say('客户名称', 'Customer name'),
      readOnly: true,
      max: 100,
      index: true,
      width: 220,
    }),
    templateId: reference('templates', {
      label: say('模板版本', 'Template'),
      required: true,
      readOnly: true,
      width: 120,
    }),
    paper: json({ label: say('纸张', 'Paper'), required: true, readOnly: true }),
    data: json({ label: say('内容', 'Data'), required: true, readOnly: true }),
    contentHash: hash({ label: say('内容指纹', 'Content hash'), required: true, width: 130 }),
    pdfSha256: hash({ label: say('PDF 指纹', 'PDF hash'), width: 130 }),
    copyMode: choice({
      label: say('出纸方式', 'Mode'),
      required: true,
      readOnly: true,
      choices: copyModes,
      width: 110,
    }),
    checkBeforePrint: boolean({
      label: say('打印前须核对', 'Check before print'),
      help: say(
        '首次打印前须有人打开预览核对。',
        'Somebody must have looked at the preview before the first print.',
      ),
      required: true,
      readOnly: true,
      default: false,
    }),
    scanBeforeDispatch: boolean({
      label: say('发出前须扫码', 'Scan before dispatch'),
      help: say('发货前须扫过这张单据的二维码。', 'The goods leave only after its QR was scanned.'),
      required: true,
      readOnly: true,
      default: false,
    }),
    issuedAt: datetime({
      label: say('出单时间', 'Issued at'),
      required: true,
      readOnly: true,
      index: true,
      width: 130,
    }),
    issuedBy: reference('users', { label: say('制单人', 'Issued by'), readOnly: true, width: 100 }),
    voidReason: text({ label: say('作废原因', 'Reason'), readOnly: true, max: 200 }),
  },
  grid: [
    'kind',
    'no',
    'revision',
    'status',
    'customerName',
    'orderId',
    'issuedAt',
    'issuedBy',
    'contentHash',
  ],
  form: [
    ['kind', 'no', 'revision', 'status'],
    ['customerId', 'orderId', 'shipmentId', 'templateId'],
    ['contentHash', 'pdfSha256', 'copyMode'],
    ['issuedAt', 'issuedBy', 'voidReason'],
  ],
  filters: ['kind', 'status', 'customerId', 'subject', 'orderId', 'shipmentId', 'issuedAt'],
  sort: ['id', 'DESC'],
  search: { fields: ['no', 'customerName'] },
  rights: { read: readers, create: nobody, update: nobody, delete: nobody },
})
