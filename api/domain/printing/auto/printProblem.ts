import { choice, reference, sentence, text } from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyone, nobody } from '../../access/roles.js'
import { paper } from '../../groups.js'
import { documentKinds } from '../documents/documentKinds.js'
import { dismissProblem } from './dismissProblem.js'
import { moments } from './moments.js'
import { retryProblem } from './retryProblem.js'

/** A paper that should have printed by itself and could not be issued, with the reason. */
export const printProblems = resource('print-problems', {
  label: say('未能自动打印', 'Unprinted papers'),
  comesFrom: say(
    '按规则自动打印而没打成的单据会列在这里；空着就是一切正常。',
    'Papers that should have printed by themselves and did not; empty is well.',
  ),
  group: paper,
  icon: 'resolve',
  title: 'id',
  fields: {
    kind: choice({
      label: say('单据', 'Paper'),
      required: true,
      readOnly: true,
      choices: documentKinds,
      width: 120,
    }),
    moment: choice({
      label: say('时机', 'When'),
      required: true,
      readOnly: true,
      choices: moments,
      width: 150,
    }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      default: 'open',
      index: true,
      width: 90,
      choices: {
        open: { label: say('待处理', 'Open'), tone: 'warning' },
        solved: { label: say('已补出', 'Issued since'), tone: 'success' },
        dismissed: { label: say('不用打了', 'Dismissed'), tone: 'neutral' },
      },
    }),
    message: sentence({ label: say('原因', 'Reason'), width: 380 }),
    orderId: reference('orders', { label: say('订单', 'Order'), required: true, readOnly: true, width: 160 }),
    shipmentId: reference('shipments', { label: say('发货单', 'Shipment'), readOnly: true, width: 160 }),
    documentId: reference('documents', {
      label: say('补出的单据', 'Issued paper'),
      readOnly: true,
      width: 170,
    }),
    note: text({ label: say('备注', 'Note'), readOnly: true, max: 200, width: 200 }),
  },
  grid: ['kind', 'status', 'message', 'orderId', 'shipmentId', 'moment', 'createdAt', 'documentId', 'note'],
  form: [['kind', 'moment', 'status'], 'message', ['orderId', 'shipmentId', 'documentId'], 'note'],
  filters: ['status', 'kind', 'moment', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  rights: { read: everyone, create: nobody, update: nobody, delete: nobody },
  actions: { retry: retryProblem, dismiss: dismissProblem },
})
