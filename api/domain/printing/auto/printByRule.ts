import type { Answer } from '../../../engine/action.js'
import type { Context } from '../../../engine/context.js'
import { kept } from '../../../engine/kept.js'
import { insertRecord } from '../../../engine/records.js'
import type { Stored } from '../../../engine/resource.js'
import { tryWork } from '../../../engine/tryWork.js'
import { printProblems } from '../../refs.js'
import type { Moment } from './moments.js'

const rules = kept(['auto-prints'], async (db, tx) =>
  (await db.select('SELECT moment, kind, warehouseId FROM auto_prints ORDER BY id', [], tx)).map((rule) => ({
    moment: String(rule.moment),
    kind: String(rule.kind),
    warehouseId: rule.warehouseId === null ? null : Number(rule.warehouseId),
  })),
)

interface About {
  orderId: number
  shipmentId?: number
  warehouseId: number | null
  /** Not again, since it was just issued. */
  but?: unknown
}

/**
 * Issues the papers that print by themselves at this moment. One that cannot be issued never holds up the work that it
 * accompanies: it becomes a print problem that says why and waits for somebody.
 */
export async function printByRule(
  context: Context,
  moment: Moment,
  { orderId, shipmentId, warehouseId, but }: About,
  issue: (input: Stored) => Promise<Answer>,
): Promise<void> {
  const kinds = new Set(
    (await rules(context))
      .filter((rule) => rule.moment === moment && (rule.warehouseId ?? warehouseId) === warehouseId)
      .map(({ kind }) => kind),
  )
  for (const kind of kinds) {
    if (kind === but) continue
    const refusal = await tryWork(context, () => issue({ kind }))
    if (refusal)
      await insertRecord(context, printProblems, {
        moment,
        kind,
        orderId,
        shipmentId: shipmentId ?? null,
        status: 'open',
        message: sentenceOf(refusal),
      })
  }
}

/** The refusal as one sentence: the text at its field says more than the one above the form. */
function sentenceOf({ text, errors }: { text: { zh: string; en: string }; errors?: object }) {
  const faults: unknown[] = Object.values(errors ?? {})
  const at = faults[0]
  const isText = (value: unknown): value is { zh: string; en: string } =>
    typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
  return isText(at) ? at : text
}
