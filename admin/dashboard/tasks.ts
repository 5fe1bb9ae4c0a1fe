import { dayAfter, today } from '../engine/values/shanghaiTime'
import type { AppMessage } from '../i18n/appZh'

/** Work that waits in a state until somebody takes the next step. */
export interface Task {
  resource: string
  filter: Record<string, unknown>
  label: AppMessage
  /** The action that takes the step: who may call it has it on the desk. */
  action: string
  tone?: 'warning'
  /** The field that names a waiting record better than its own title. */
  names?: string
}

const yesterday = () => dayAfter(today(), -1)

/** In the order of the work: what is stuck first, then along the way of an order. */
export const tasks: Task[] = [
  {
    resource: 'print-jobs',
    filter: { status: 'uncertain' },
    label: 'task.uncertain',
    action: 'resolve',
    tone: 'warning',
  },
  {
    resource: 'document-copies',
    filter: { validity: 'recall' },
    label: 'task.recall',
    action: 'recall',
    tone: 'warning',
    names: 'documentId',
  },
  {
    resource: 'document-copies',
    // Asked for anew each time: the console stays open over midnight.
    get filter() {
      return { returnStatus: 'awaited', dueOn_lte: yesterday() }
    },
    label: 'task.overdue',
    action: 'returned',
    tone: 'warning',
    names: 'documentId',
  },
  {
    resource: 'print-jobs',
    filter: { status: 'held', needsCheck: true },
    label: 'task.check',
    action: 'check',
  },
  {
    resource: 'print-problems',
    filter: { status: 'open' },
    label: 'task.notPrinted',
    action: 'retry',
    tone: 'warning',
  },
  {
    resource: 'print-jobs',
    filter: { status: 'failed' },
    label: 'task.failed',
    action: 'retry',
    tone: 'warning',
  },
  {
    resource: 'printers',
    filter: { status: ['stopped', 'unreachable'] },
    label: 'task.printers',
    action: 'testPage',
    tone: 'warning',
  },
  { resource: 'printers', filter: { paused: true }, label: 'task.paused', action: 'resume', tone: 'warning' },
  { resource: 'orders', filter: { status: 'draft' }, label: 'task.drafts', action: 'submit' },
  { resource: 'orders', filter: { status: 'submitted' }, label: 'task.toConfirm', action: 'confirm' },
  {
    resource: 'orders',
    filter: { status: 'confirmed', fulfilment: ['reserved', 'partly-shipped'] },
    label: 'task.toShip',
    action: 'ship',
  },
  { resource: 'change-requests', filter: { status: 'open' }, label: 'task.toDecide', action: 'approve' },
  { resource: 'export-sets', filter: { status: 'collecting' }, label: 'task.collecting', action: 'complete' },
  { resource: 'shipments', filter: { status: 'draft' }, label: 'task.toIssue', action: 'issue' },
  { resource: 'shipments', filter: { status: 'issued' }, label: 'task.toDispatch', action: 'dispatch' },
  { resource: 'shipments', filter: { status: 'dispatched' }, label: 'task.toDeliver', action: 'deliver' },
  { resource: 'stocktakes', filter: { status: 'counted' }, label: 'task.counted', action: 'approve' },
  { resource: 'receipts', filter: { status: 'draft' }, label: 'task.toReceive', action: 'receive' },
  {
    resource: 'statements',
    filter: { status: 'disputed' },
    label: 'task.disputed',
    action: 'confirm',
    tone: 'warning',
  },
  { resource: 'statements', filter: { status: 'issued' }, label: 'task.toAgree', action: 'confirm' },
  {
    resource: 'print-jobs',
    filter: { status: ['queued', 'rendering', 'sending', 'accepted', 'printing'] },
    label: 'task.printing',
    action: 'cancel',
  },
]
