import type { Context } from '../../engine/context.js'
import { findRecords } from '../../engine/records.js'
import type { RecordOf } from '../../engine/resource.js'
import { say, type Text2 } from '../../engine/text.js'
import { documentKinds } from '../printing/documents/documentKinds.js'
import { documents, shipments, type orders } from '../refs.js'
import { papersOf } from '../orders/papersOf.js'

/** What a change of the order touches now: reserved lines, shipments underway, papers that are out. */
export async function impactOf(context: Context, order: RecordOf<typeof orders>): Promise<Text2> {
  const reserved = order.lines.filter((line) => (line.reservedQuantity ?? 0) > 0).length
  const underway = await findRecords(context, shipments, {
    orderId: order.id,
    status: ['draft', 'issued'],
  })
  const papers = await findRecords(context, documents, { ...papersOf(order.id), status: 'issued' })
  const named = (list: string[], none: string) => (list.length > 0 ? list.join('、') : none)
  const goods = underway.map(({ no, id }) => no ?? `#${id}`)
  const label = (language: 'zh' | 'en') =>
    papers.map(({ kind, no }) => `${labels[kind]?.label[language] ?? kind} ${no}`)
  return say(
    `占用库存 ${reserved} 行；未发出的发货单：${named(goods, '无')}；有效单据：${named(label('zh'), '无')}。`,
    `Stock reserved for ${reserved} lines; shipments not yet sent: ${named(goods, 'none')}; valid papers: ${named(label('en'), 'none')}.`,
  )
}

const labels: Record<string, { label: Text2 } | undefined> = documentKinds
