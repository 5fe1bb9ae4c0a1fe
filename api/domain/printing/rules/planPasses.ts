import type { Context } from '../../../engine/context.js'
import { Conflict, Invalid } from '../../../engine/problems.js'
import { findRecords } from '../../../engine/records.js'
import type { RecordOf, Stored } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { printers } from '../../refs.js'
import type { CopyPlan } from '../copies/copiesFor.js'
import { ownPrinter } from './ownPrinter.js'
import type { Rules } from './rulesFor.js'

type Printer = RecordOf<typeof printers>

/** What one printer prints of a paper, in one job. */
export interface Pass {
  printer: Printer
  tray: string | null
  /** Positions in the planned copies. */
  copies: number[]
  /** In a batch that is collated by copy: the round of the pile in which it comes out, from 1. */
  round: number | null
}

interface Wanted {
  input: Stored
  warehouseId: number | null
  mode: string
  plan: CopyPlan[]
  rules: Rules
  /** Every copy is a pass of its own. */
  byCopy: boolean
}

/**
 * Which printer prints which copies. The order: the printer that was chosen, else the most specific rule, else the
 * person's own printer, else the warehouse's; else a refusal. A printer that is paused or away keeps its papers.
 */
export async function planPasses(context: Context, wanted: Wanted): Promise<Pass[]> {
  const { input, mode, plan, rules, byCopy } = wanted
  const passes = new Map<string, Pass>()
  let usual: number | undefined
  for (const [at, { copyNo }] of plan.entries()) {
    const rule = input.printerId == null ? rules.printerFor(mode === 'carbonless' ? null : copyNo) : undefined
    const id = Number(
      input.printerId ?? rule?.printerId ?? (usual ??= await usualPrinter(context, wanted.warehouseId)),
    )
    const tray = rule?.tray ?? null
    const round = byCopy ? at + 1 : null
    const key = `${id} ${round ?? ''} ${tray ?? ''}`
    const pass = passes.get(key) ?? { printer: await printerOf(context, id), tray, copies: [], round }
    pass.copies.push(at)
    passes.set(key, pass)
  }
  return onOnePaper([...passes.values()])
}

async function usualPrinter(context: Context, warehouseId: number | null): Promise<number> {
  const own = await ownPrinter(context)
  if (own !== null) return own
  const [row] = await context.db.select(
    warehouseId === null
      ? 'SELECT printerId FROM warehouses WHERE isDefault = 1'
      : 'SELECT printerId FROM warehouses WHERE id = ?',
    warehouseId === null ? [] : [warehouseId],
    context.tx,
  )
  if (row?.printerId == null)
    throw Invalid({
      printerId: say(
        '没有适用的打印规则，仓库也没有设置打印机，请在这里选择一台。',
        'No print rule fits and the warehouse has no printer; please choose one here.',
      ),
    })
  return Number(row.printerId)
}

async function printerOf(context: Context, id: number): Promise<Printer> {
  const [printer] = await findRecords(context, printers, { id })
  if (!printer)
    throw Invalid({ printerId: say('打印机已不存在，请另选一台。', 'That printer is gone; choose another.') })
  return printer
}

/** A paper is laid out once, so printers that share it must hold paper of one size. */
function onOnePaper(passes: Pass[]): Pass[] {
  const [first] = passes
  const odd = passes.find(({ printer }) => printer.paper !== first?.printer.paper)
  if (!first || !odd) return passes
  throw Conflict(
    say(
      `各联要分到「${first.printer.name}」和「${odd.printer.name}」，但它们装的纸不同；请在打印规则里改用装同一种纸的打印机。`,
      `The copies would go to "${first.printer.name}" and "${odd.printer.name}", which hold different paper; let the print rules name printers with the same paper.`,
    ),
  )
}
