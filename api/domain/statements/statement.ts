import { choice, date, datetime, group, integer, money, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyoneBut, nobody } from '../access/roles.js'
import { finance } from '../groups.js'
import { amountInWords } from '../money/amountInWords.js'
import { confirmStatement } from './confirmStatement.js'
import { disputeStatement } from './disputeStatement.js'
import { evidences } from './evidences.js'
import { issueStatement } from './issueStatement.js'
import { prepareStatement } from './prepareStatement.js'
import { settleDispute } from './settleDispute.js'
import { statementDisputes, statementLines } from './statementLines.js'
import { statementLifecycle } from './statementLifecycle.js'
import { voidStatement } from './voidStatement.js'

const draft = { status: ['draft'] }
const bucket = (zh: string, en: string) => money({ label: say(zh, en), required: true, readOnly: true })

/**
 * 对账单: what a customer owed, got, paid and owes, from facts only. Each fact is told by one statement, and each
 * statement opens with what the former one closed with.
 */
export const statements = resource('statements', {
  label: say('对账单', 'Statements'),
  group: finance,
  icon: 'statements',
  title: 'no',
  fields: {
    no: text({ label: say('对账单号', 'Statement no.'), readOnly: true, unique: true, max: 30, width: 160 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: statementLifecycle.states,
      index: true,
      width: 90,
    }),
    revision: integer({ label: say('版次', 'Revision'), readOnly: true, width: 70 }),
    customerId: reference('customers', {
      label: say('客户', 'Customer'),
      required: true,
      index: true,
      writableWhen: draft,
      width: 220,
    }),
    customerName: text({
      label: say('客户名称', 'Customer name'),
      readOnly: true,
      index: true,
      max: 100,
      width: 220,
    }),
    runId: reference('statement-runs', {
      label: say('月结批次', 'Month run'),
      readOnly: true,
      index: true,
      width: 100,
    }),
    periodFrom: date({
      label: say('期间自', 'From'),
      help: say(
        '不填则接上一份；没有上一份时从当月 1 日起。',
        "Empty: the day after the former statement, or the month's first day when there is none.",
      ),
      writableWhen: draft,
      width: 100,
    }),
    periodTo: date({
      label: say('期间至', 'To'),
      required: true,
      index: true,
      writableWhen: draft,
      width: 100,
    }),
    replyBy: date({
      label: say('请回复于', 'Reply by'),
      help: say('不填则出单后 7 天。', 'Empty: seven days after issue.'),
      writableWhen: { status: ['draft', 'issued', 'disputed'] },
      width: 100,
    }),
    terms: text({ label: say('账期', 'Terms'), max: 60, writableWhen: draft, width: 110 }),
    carriedIn: money({
      label: say('期初结转', 'Carried in'),
      help: say(
        '启用本系统以前的欠款，只在该客户的第一份对账单上填写。',
        'What was owed before this system was used; only on the first statement of a customer.',
      ),
      required: true,
      default: 0,
      writableWhen: draft,
      width: 110,
    }),
    opening: money({ label: say('期初余额', 'Opening'), required: true, readOnly: true, width: 120 }),
    charges: money({ label: say('本期应收', 'Charged'), required: true, readOnly: true, width: 120 }),
    received: money({ label: say('本期已收', 'Received'), required: true, readOnly: true, width: 120 }),
    closing: money({ label: say('期末余额', 'Closing'), required: true, readOnly: true, width: 120 }),
    closingInWords: text({ label: say('期末余额大写', 'In words'), derived: 'record', readOnly: true }),
    ageing: group({
      label: say('账龄', 'Ageing'),
      readOnly: true,
      fields: {
        within30: bucket('30 天以内', 'Up to 30 days'),
        within60: bucket('31–60 天', '31–60 days'),
        within90: bucket('61–90 天', '61–90 days'),
        older: bucket('90 天以上', 'Over 90 days'),
      },
    }),
    lines: statementLines,
    disputes: statementDisputes,
    confirmedBy: text({ label: say('客户确认人', 'Confirmed by'), readOnly: true, max: 60, width: 110 }),
    confirmedOn: date({ label: say('客户确认日期', 'Confirmed on'), readOnly: true, width: 110 }),
    evidence: choice({ label: say('凭据', 'Evidence'), readOnly: true, choices: evidences, width: 100 }),
    evidenceNote: text({
      label: say('凭据说明', 'About the evidence'),
      readOnly: true,
      max: 200,
      width: 180,
    }),
    voidReason: text({ label: say('作废原因', 'Reason of voiding'), readOnly: true, max: 200 }),
    issuedAt: datetime({ label: say('出单时间', 'Issued at'), readOnly: true, width: 130 }),
    issuedBy: reference('users', { label: say('出单人', 'Issued by'), readOnly: true, width: 100 }),
    confirmedAt: datetime({
      label: say('确认登记时间', 'Confirmation recorded at'),
      readOnly: true,
      width: 130,
    }),
    recordedBy: reference('users', { label: say('确认登记人', 'Recorded by'), readOnly: true, width: 100 }),
  },
  grid: [
    'no',
    'status',
    'customerName',
    'periodFrom',
    'periodTo',
    'opening',
    'charges',
    'received',
    'closing',
    'replyBy',
  ],
  form: [
    ['customerId', 'carriedIn'],
    ['periodFrom', 'periodTo'],
    ['replyBy', 'terms'],
  ],
  filters: ['status', 'customerId', 'runId', 'periodTo', 'replyBy', 'closing', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['no', 'customerName'] },
  rights: {
    read: everyoneBut('warehouse', 'service'),
    create: ['finance'],
    update: ['finance'],
    delete: nobody,
  },
  updateWhen: { status: ['draft', 'issued', 'disputed'] },
  lifecycle: statementLifecycle,
  derive: { closingInWords: (statement) => amountInWords(Number(statement.closing ?? 0)) },
  prepare: prepareStatement,
  actions: {
    issue: issueStatement,
    confirm: confirmStatement,
    settle: settleDispute,
    dispute: disputeStatement,
    void: voidStatement,
  },
})
