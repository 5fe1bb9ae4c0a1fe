import type { Action } from '../../../engine/action.js'
import { reference } from '../../../engine/fields/index.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { issueOrder } from '../../orders/issueOrder.js'
import { orders, printProblems, shipments } from '../../refs.js'
import { issuePaper } from '../../shipping/issuePaper.js'

/** Issues the paper now, where the reason is gone or another printer is chosen. */
export const retryProblem: Action = {
  label: say('现在出单', 'Issue now'),
  icon: 'print',
  tone: 'primary',
  allow: ['clerk', 'warehouse'],
  when: { status: ['open'] },
  bulk: true,
  input: {
    printerId: reference('printers', {
      label: say('打印机', 'Printer'),
      help: say('不选则依次按打印规则、我的打印机、仓库的打印机。', 'Empty: as the print rules say.'),
    }),
  },
  async run(context, problem, { printerId }, of) {
    const input = { kind: problem.kind, printerId: printerId ?? null }
    const issued =
      problem.shipmentId == null
        ? await issueOrder.run(context, await lockRecord(context, orders, Number(problem.orderId)), input, of)
        : await issuePaper(context, await lockRecord(context, shipments, Number(problem.shipmentId)), input)
    const before = { ...problem, version: Number(problem.version) }
    await updateRecord(context, printProblems, before, { status: 'solved', documentId: issued.id }, 'retry')
    return { resource: printProblems, id: problem.id }
  },
}
