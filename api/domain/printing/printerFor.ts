import type { Context } from '../../engine/context.js'
import { Invalid } from '../../engine/problems.js'
import { findRecords } from '../../engine/records.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { printers } from '../refs.js'

/** The printer that a paper goes to: the chosen one, else that of the warehouse; never another one in its place. */
export async function printerFor(
  context: Context,
  { input, warehouseId }: { input: Stored; warehouseId: number | null },
): Promise<RecordOf<typeof printers>> {
  const [row] = await context.db.select(
    warehouseId === null
      ? 'SELECT printerId FROM warehouses WHERE isDefault = 1'
      : 'SELECT printerId FROM warehouses WHERE id = ?',
    warehouseId === null ? [] : [warehouseId],
    context.tx,
  )
  const id = input.printerId ?? row?.printerId
  if (id == null)
    throw Invalid({
      printerId: say(
        '仓库没有设置打印机,请在这里选择一台。',
        'The warehouse has no printer; please choose one here.',
      ),
    })
  const [printer] = await findRecords(context, printers, { id: Number(id) })
  if (!printer)
    throw Invalid({ printerId: say('打印机已不存在,请另选一台。', 'That printer is gone; choose another.') })
  return printer
}
