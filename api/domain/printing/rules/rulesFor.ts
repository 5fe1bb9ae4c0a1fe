import type { Context } from '../../../engine/context.js'
import { findRecords } from '../../../engine/records.js'
import type { RecordOf } from '../../../engine/resource.js'
import { printRules } from '../../refs.js'
import type { DocumentKind } from '../documents/documentKinds.js'

type Rule = RecordOf<typeof printRules>

export interface Rules {
  /** The most specific rule that names a printer for this copy: one for the copy, then one for the warehouse, then one for all. */
  printerFor(copyNo: number | null): Rule | undefined
  copySetId: number | null
}

/** The rules for a kind of paper at a warehouse. */
export async function rulesFor(
  context: Context,
  kind: DocumentKind,
  warehouseId: number | null,
): Promise<Rules> {
  const all = await findRecords(context, printRules, { kind })
  const here = all.filter((rule) => rule.warehouseId === null || rule.warehouseId === warehouseId)
  const weight = (rule: Rule) => (rule.copyNo === null ? 0 : 2) + (rule.warehouseId === null ? 0 : 1)
  const ranked = here.sort((a, b) => weight(b) - weight(a))
  return {
    printerFor: (copyNo) =>
      ranked.find((rule) => rule.printerId !== null && (rule.copyNo === null || rule.copyNo === copyNo)),
    copySetId: ranked.find((rule) => rule.copySetId !== null)?.copySetId ?? null,
  }
}
