import { date, integer, money, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyoneBut, nobody } from '../access/roles.js'
import { finance } from '../groups.js'
import { makeStatements } from './makeStatements.js'
import { prepareRun } from './prepareRun.js'

/** 月结: drafts of the statements of the customers with something to tell up to the end of a month, each in its own cycle. */
export const statementRuns = resource('statement-runs', {
  label: say('月结对账', 'Month statements'),
  group: finance,
  icon: 'statementRun',
  title: 'month',
  fields: {
    month: text({
      label: say('月份', 'Month'),
      help: say(
        '如 2026-11；该月须已结束。按季度对账的客户在季末月份一并列出。',
        'Such as 2026-11; it must be over. Quarterly customers are told with the last month of a quarter.',
      ),
      required: true,
      index: true,
      max: 7,
      width: 100,
    }),
    replyBy: date({ label: say('请回复于', 'Reply by'), width: 110 }),
    statementCount: integer({ label: say('对账单数', 'Statements'), readOnly: true, width: 90 }),
    closing: money({ label: say('期末余额合计', 'Sum of closings'), readOnly: true, width: 130 }),
    madeBy: reference('users', { label: say('经手人', 'Made by'), readOnly: true, width: 100 }),
  },
  grid: ['month', 'statementCount', 'closing', 'replyBy', 'madeBy', 'createdAt'],
  form: [['month', 'replyBy']],
  filters: ['month', 'createdAt'],
  sort: ['id', 'DESC'],
  rights: {
    read: everyoneBut('warehouse', 'service'),
    create: ['finance'],
    update: nobody,
    delete: nobody,
  },
  prepare: prepareRun,
  afterWrite: makeStatements,
})
