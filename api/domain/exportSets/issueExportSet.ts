import type { Action } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { formatDecimal } from '../../engine/decimal.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { issueDocument } from '../printing/documents/issueDocument.js'
import { issueInput } from '../printing/documents/issueInput.js'
import { exportSets } from '../refs.js'
import { ownNumbers } from './ownNumbers.js'

/** Prints the checklist as it stands; the first one gives the set its number. */
export const issueExportSet: Action = {
  label: say('打印清单', 'Issue'),
  icon: 'print',
  allow: ['clerk', 'sales'],
  when: { status: ['collecting', 'complete'] },
  answers: 'documents',
  input: issueInput('export-checklist'),
  async run(context, { id }, input) {
    const before = await lockRecord(context, exportSets, id)
    const no = before.no ?? (await takeNumber(context, 'BG', { resource: exportSets.name, id }))
    const set =
      before.no === null
        ? await updateRecord<RecordOf<typeof exportSets>>(context, exportSets, before, { no }, 'issue')
        : before
    return issueDocument(context, {
      kind: 'export-checklist',
      subject: { name: exportSets.name, id },
      orderId: set.orderId,
      shipmentId: set.shipmentId,
      warehouseId: null,
      input,
      freeze: () => freezeExportSet(context, set),
      takeNo: async () => no,
    })
  },
}

const decimalOf = (value: number | null) => (value === null ? null : formatDecimal(value, 4))

async function freezeExportSet(context: Context, set: RecordOf<typeof exportSets>): Promise<Stored> {
  const { db, tx } = context
  const [order] = await db.select('SELECT no, customerName FROM orders WHERE id = ?', [set.orderId], tx)
  const numbers = await ownNumbers(context, set)
  return {
    customer: { name: order?.customerName ?? null },
    order: { no: order?.no ?? null },
    export: {
      buyer: set.buyer,
      contractNo: set.contractNo,
      invoiceNo: set.invoiceNo,
      goods: set.goods,
      packages: set.packages === null ? null : String(set.packages),
      grossKg: decimalOf(set.grossWeight),
      netKg: decimalOf(set.netWeight),
      volumeM3: decimalOf(set.volume),
      tradeMode: set.tradeMode,
      terms: set.terms,
      portOfLoading: set.portOfLoading,
      portOfDischarge: set.portOfDischarge,
      vessel: set.vessel,
      billOfLading: set.billOfLading,
      customsCutOff: set.customsCutOff,
      documentsCutOff: set.documentsCutOff,
      containerNo: set.containerNo,
    },
    lines: set.lines.map(
      ({ name, kind, required, present, no, originals, duplicates, owner, dueOn, remark }) => ({
        name,
        required,
        no: no ?? numbers.get(String(kind)) ?? null,
        originals: originals === null ? null : String(originals),
        duplicates: duplicates === null ? null : String(duplicates),
        owner,
        dueOn,
        remark,
        done: present,
      }),
    ),
  }
}
