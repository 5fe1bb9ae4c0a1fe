import {
  boolean,
  choice,
  date,
  datetime,
  hash,
  integer,
  reference,
  text,
} from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyone, nobody } from '../../access/roles.js'
import { paper } from '../../groups.js'
import { copyColors } from './copyColors.js'
import { copyValidity } from './copyValidity.js'
import { evidences } from './evidence.js'
import { places } from './places.js'
import { recallCopy } from './recallCopy.js'
import { returnCopy } from './returnCopy.js'

/** One copy of an issued document. Within a content class (with or without prices) all content hashes are equal. */
export const documentCopies = resource('document-copies', {
  label: say('联次', 'Document copies'),
  comesFrom: say('出单时按联次设置生成各联。', 'Issuing a paper makes its copies, as its copy set says.'),
  group: paper,
  icon: 'copies',
  title: 'name',
  fields: {
    documentId: reference('documents', {
      label: say('单据', 'Document'),
      required: true,
      readOnly: true,
      index: true,
      width: 180,
    }),
    copyNo: integer({ label: say('联号', 'No.'), required: true, readOnly: true, width: 70 }),
    name: text({ label: say('名称', 'Name'), required: true, readOnly: true, max: 20, width: 110 }),
    color: choice({
      label: say('颜色', 'Colour'),
      required: true,
      readOnly: true,
      choices: copyColors,
      width: 80,
    }),
    receiver: text({ label: say('交给', 'Receiver'), readOnly: true, max: 40, width: 110 }),
    showsPrice: boolean({
      label: say('显示价格', 'Shows prices'),
      required: true,
      readOnly: true,
      width: 90,
    }),
    contentHash: hash({ label: say('内容指纹', 'Content hash'), required: true, width: 130 }),
    customerName: text({
      label: say('客户名称', 'Customer name'),
      readOnly: true,
      max: 100,
      index: true,
      width: 200,
    }),
    code: text({
      label: say('联码', 'Code'),
      help: say('印在这一联上的二维码。', 'The QR on this copy.'),
      readOnly: true,
      unique: true,
      max: 60,
      width: 270,
    }),
    evidence: choice({
      label: say('凭据', 'Evidence'),
      help: say('真正观察到的最高一级。', 'The highest level really observed.'),
      required: true,
      readOnly: true,
      default: 'none',
      choices: evidences,
      width: 120,
    }),
    validity: choice({
      label: say('效力', 'Validity'),
      required: true,
      readOnly: true,
      default: 'current',
      choices: copyValidity,
      index: true,
      width: 120,
    }),
    location: choice({ label: say('最近扫到', 'Last seen at'), readOnly: true, choices: places, width: 90 }),
    seenAt: datetime({ label: say('见纸时间', 'Seen at'), readOnly: true, width: 130 }),
    seenBy: reference('users', { label: say('见纸人', 'Seen by'), readOnly: true, width: 100 }),
    mustReturn: boolean({
      label: say('须回单', 'Must return'),
      required: true,
      readOnly: true,
      default: false,
      width: 80,
    }),
    returnDays: integer({ label: say('回单天数', 'Days to return'), readOnly: true, min: 0, max: 365 }),
    returnStatus: choice({
      label: say('回单', 'Return'),
      readOnly: true,
      width: 90,
      choices: {
        awaited: { label: say('待回单', 'Awaited'), tone: 'warning' },
        returned: { label: say('已回单', 'Returned'), tone: 'success' },
      },
    }),
    dueOn: date({ label: say('应回日期', 'Due on'), readOnly: true, width: 110 }),
    returnedAt: datetime({ label: say('回单时间', 'Returned at'), readOnly: true, width: 130 }),
    returnedBy: reference('users', { label: say('回单经手', 'Returned by'), readOnly: true, width: 100 }),
    attachment: hash({ label: say('回单影像', 'Picture of it') }),
    recalledAt: datetime({ label: say('收回时间', 'Recalled at'), readOnly: true, width: 130 }),
    recalledBy: reference('users', { label: say('收回人', 'Recalled by'), readOnly: true, width: 100 }),
    note: text({ label: say('备注', 'Note'), readOnly: true, max: 200, width: 200 }),
  },
  grid: [
    'documentId',
    'customerName',
    'copyNo',
    'name',
    'color',
    'evidence',
    'validity',
    'returnStatus',
    'dueOn',
    'location',
    'seenAt',
    'code',
  ],
  form: [
    ['documentId', 'copyNo', 'name', 'color'],
    ['receiver', 'showsPrice', 'customerName'],
    ['evidence', 'validity', 'location'],
    ['seenAt', 'seenBy', 'note'],
    ['returnStatus', 'dueOn', 'returnedAt', 'returnedBy'],
    ['recalledAt', 'recalledBy'],
    ['code', 'contentHash'],
  ],
  filters: ['documentId', 'evidence', 'validity', 'returnStatus', 'dueOn', 'location', 'seenAt'],
  tabs: 'validity',
  sort: ['id', 'DESC'],
  search: { fields: ['code', 'customerName'] },
  rights: { read: everyone, create: nobody, update: nobody, delete: nobody },
  actions: { returned: returnCopy, recall: recallCopy },
})
