import {
  boolean,
  choice,
  datetime,
  lines,
  money,
  reference,
  sentence,
  text,
} from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, nobody } from '../access/roles.js'
import { sales } from '../groups.js'
import { approveRequest } from './approveRequest.js'
import { issueRequest } from './issueRequest.js'
import { prepareRequest } from './prepareRequest.js'
import { refuseRequest } from './refuseRequest.js'
import { requestLifecycle } from './requestLifecycle.js'
import { withdrawRequest } from './withdrawRequest.js'

const askers = ['clerk', 'sales']

/** 变更/取消申请: what a customer wants of a confirmed order to be otherwise, what that touches, and what was decided. */
export const changeRequests = resource('change-requests', {
  label: say('变更申请', 'Change requests'),
  group: sales,
  icon: 'changeRequest',
  title: 'no',
  fields: {
    no: text({ label: say('申请单号', 'Request no.'), readOnly: true, unique: true, max: 30, width: 160 }),
    kind: choice({
      label: say('类型', 'Kind'),
      required: true,
      fixed: true,
      default: 'change',
      width: 80,
      choices: { change: { label: say('变更', 'Change') }, cancel: { label: say('取消', 'Cancel') } },
      help: say(
        '取消申请一提出，订单就停止出单和发货，直到有了决定。',
        'From the moment that cancelling is requested nothing is issued or sent, until it is decided.',
      ),
    }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: requestLifecycle.states,
      index: true,
      width: 90,
    }),
    orderId: reference('orders', {
      label: say('订单', 'Order'),
      required: true,
      fixed: true,
      index: true,
      width: 160,
      help: say(
        '只有已确认的订单需要申请；草稿直接修改，待确认的请退回。',
        'Only a confirmed order needs a request; a draft is simply edited, a submitted order rejected.',
      ),
    }),
    customerName: text({
      label: say('客户名称', 'Customer name'),
      readOnly: true,
      index: true,
      max: 100,
      width: 220,
    }),
    applicant: text({
      label: say('申请方', 'Asked by'),
      required: true,
      max: 60,
      width: 130,
      help: say('谁提出的，如「客户 陈国良」。', 'Who wants it, such as "the customer, Mr Chen".'),
    }),
    reason: text({ label: say('申请原因', 'Reason'), required: true, max: 200, width: 220 }),
    changes: lines({
      label: say('变更内容', 'What shall change'),
      table: 'change_request_rows',
      max: 600,
      help: say(
        '没有填「变更后」的行不算；取消申请不用填，由系统列出。',
        'Rows without a new value do not count. To cancel, leave this empty: the system lists what is cancelled.',
      ),
      fields: {
        part: text({ label: say('对象', 'Part'), required: true, max: 160, width: 240 }),
        item: text({ label: say('项目', 'Item'), required: true, max: 30, width: 90 }),
        was: text({ label: say('变更前', 'Now'), max: 200, width: 150 }),
        wanted: text({ label: say('变更后', 'Wanted'), max: 200, width: 150 }),
        effect: text({ label: say('影响', 'Effect'), max: 100, width: 150 }),
        isPrice: boolean({
          label: say('涉及价格', 'About prices'),
          required: true,
          default: false,
          width: 80,
          help: say('不显示价格的联上不印这一行。', 'Copies without prices leave this row out.'),
        }),
      },
    }),
    impact: sentence({ label: say('申请时的影响', 'What it touches'), width: 260 }),
    grossBefore: money({
      label: say('订单金额', 'Order amount'),
      required: true,
      readOnly: true,
      width: 120,
    }),
    requestedBy: reference('users', { label: say('经办人', 'Handled by'), readOnly: true, width: 100 }),
    decision: text({ label: say('审批意见', 'Decision'), readOnly: true, max: 200, width: 180 }),
    decidedAt: datetime({ label: say('审批时间', 'Decided at'), readOnly: true, width: 130 }),
    decidedBy: reference('users', { label: say('审批人', 'Decided by'), readOnly: true, width: 100 }),
  },
  grid: ['no', 'kind', 'status', 'orderId', 'customerName', 'applicant', 'reason', 'createdAt', 'decidedBy'],
  form: [['kind', 'orderId'], ['applicant', 'reason'], 'changes'],
  filters: ['status', 'kind', 'orderId', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['no', 'customerName'] },
  rights: { read: everyone, create: askers, update: askers, delete: nobody },
  updateWhen: { status: ['open'] },
  lifecycle: requestLifecycle,
  prepare: prepareRequest,
  actions: {
    issue: issueRequest,
    approve: approveRequest,
    refuse: refuseRequest,
    withdraw: withdrawRequest,
  },
})
