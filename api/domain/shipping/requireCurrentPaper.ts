import type { Context } from '../../engine/context.js'
import { problem, type Problem } from '../../engine/problem.js'
import { Conflict } from '../../engine/problems.js'
import { findRecords } from '../../engine/records.js'
import { say, type Text2 } from '../../engine/text.js'
import { copyOfCode } from '../printing/copies/copyOfCode.js'
import { takeScan } from '../printing/copies/takeScan.js'
import { copyScans, documents } from '../refs.js'

export const StalePaper = problem('stale_paper', 409, (text: Text2) => ({ ...text, errors: { code: text } }))

/**
 * Refuses a dispatch by the wrong paper: a scanned code must be that of a current paper of this shipment; a stale paper
 * that was scanned at packing or dispatch stops it until a current one is scanned; and the house may demand the scan.
 */
export async function requireCurrentPaper(
  context: Context,
  shipment: { id: number; no?: unknown },
  code: unknown,
): Promise<void> {
  const where = { shipmentId: shipment.id, place: ['packing', 'dispatch'] }
  if (typeof code === 'string' && code !== '') {
    const copyId = await copyOfCode(context, code)
    const scan = await takeScan(context, copyId, 'dispatch')
    if (scan.outcome !== 'current')
      throw noted(StalePaper(scan.message), (again) => takeScan(again, copyId, 'dispatch'))
    if (scan.document.shipmentId !== shipment.id) {
      const text = say(
        `扫到的${scan.document.no}不是发货单 ${String(shipment.no)} 的单据，请核对货物和单据。`,
        `The scanned ${scan.document.no} is no paper of shipment ${String(shipment.no)}; compare goods and papers.`,
      )
      const wrong = { shipmentId: shipment.id, message: text }
      throw noted(StalePaper(text), (again) => takeScan(again, copyId, 'dispatch', wrong))
    }
    return
  }
  const telling = { ...where, outcome: ['stale', 'current'] }
  const [last] = await findRecords(context, copyScans, telling, { order: ['id', 'DESC'], limit: 1 })
  if (last?.outcome === 'stale')
    throw StalePaper(last.message ?? say('单据已失效。', 'The paper is not current.'))
  const demanding = await findRecords(context, documents, {
    shipmentId: shipment.id,
    status: 'issued',
    scanBeforeDispatch: true,
  })
  const scans = await findRecords(context, copyScans, {
    ...where,
    outcome: 'current',
    documentId: demanding.map(({ id }) => id),
  })
  if (demanding.length > 0 && scans.length === 0) {
    const text = say(
      `发出前须扫描${demanding.map(({ no }) => no).join('、')}上的二维码。`,
      `Scan the QR on ${demanding.map(({ no }) => no).join(', ')} before it leaves.`,
    )
    throw Conflict(text, { code: text })
  }
}

/** The dispatch is taken back, the scan that stopped it is not. */
function noted(refusal: Problem, scan: NonNullable<Problem['leaves']>): Problem {
  refusal.leaves = scan
  return refusal
}
