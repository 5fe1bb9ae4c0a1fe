import type { Context } from '../../../engine/context.js'
import { boolean, choice } from '../../../engine/fields/index.js'
import type { Gather, Left } from '../../../engine/gather.js'
import { deleteRecord, findRecords, insertRecord } from '../../../engine/records.js'
import type { AnyResource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { printBatches } from '../../refs.js'
import { collations } from './collations.js'
import { closeBatch } from './closeBatch.js'

/** Papers issued for a selection become one batch, in the order of their orders' numbers. */
export const gatherBatch: Gather = {
  in: printBatches,
  input: {
    cover: boolean({
      label: say('封面页', 'Cover sheet'),
      help: say(
        '批次前面的一张，列出各单据的位置。',
        'A sheet in front that lists the documents with their places.',
      ),
      required: true,
      default: true,
    }),
    collation: choice({
      label: say('各联排法', 'Collation'),
      help: say('不选则按联次设置。', 'Empty: as the copy set says.'),
      choices: collations,
    }),
  },
  async open(context, of, ids, { cover, collation }) {
    const batch = await insertRecord(context, printBatches, {
      status: 'assembling',
      documents: 0,
      copies: 0,
      hasCover: cover,
      collation: collation ?? null,
      printerIds: [],
      requestedBy: context.who.kind === 'user' ? context.who.id : null,
    })
    return { id: batch.id, ids: await inOrder(context, of, ids) }
  },
  async close(context, id, of, left) {
    if (await closeBatch(context, id, await named(context, of, left))) return true
    const [batch] = await findRecords(context, printBatches, { id })
    if (batch?.status === 'assembling')
      await deleteRecord(context, context.catalog.get(printBatches.name), batch)
    return false
  },
}

/** By the number of the order that each is about, then by their own. */
async function inOrder(
  { db, tx }: Context,
  { table, fields }: AnyResource,
  ids: readonly number[],
): Promise<number[]> {
  const order = fields.orderId ? 'LEFT JOIN orders o ON o.id = r.orderId' : ''
  const by = [...(fields.orderId ? ['o.no'] : []), ...(fields.no ? ['r.no'] : []), 'r.id']
  const rows = await db.select(
    `SELECT r.id FROM ${table} r ${order} WHERE r.id IN (${ids.map(() => '?').join(', ')}) ORDER BY ${by.join(', ')}`,
    ids,
    tx,
  )
  const known = rows.map((row) => Number(row.id))
  // What is not there is refused by the action itself.
  return [...known, ...ids.filter((id) => !known.includes(id))]
}

/** What the batch leaves out, by the names that people know. */
async function named({ db, tx }: Context, of: AnyResource, left: readonly Left[]) {
  if (left.length === 0) return []
  const title = of.title === 'id' || !of.fields[of.title] ? 'id' : of.title
  const order = of.fields.orderId
    ? ', (SELECT no FROM orders o WHERE o.id = r.orderId) AS orderNo'
    : ', NULL AS orderNo'
  const rows = await db.select(
    `SELECT r.id, r.${title} AS title ${order} FROM ${of.table} r WHERE r.id IN (${left.map(() => '?').join(', ')})`,
    left.map(({ id }) => id),
    tx,
  )
  return left.map(({ id, text }) => {
    const row = rows.find((one) => Number(one.id) === id)
    return { resource: of.name, id, title: String(row?.title ?? row?.orderNo ?? `#${id}`), text }
  })
}
