import type { Database, Row, Tx } from '../../db/database.js'
import { asObject, parseJson } from '../../engine/shapes.js'
import { say, type Text2 } from '../../engine/text.js'
import { linkHash } from './sealer.js'

export interface ChainReport {
  events: number
  head: { seq: number; hash: string }
  /** What is wrong, in sentences; empty when the chain holds. */
  faults: Text2[]
}

/**
 * Walks the whole chain: every seq present, every hash as computed from the stored bytes, the columns beside the bytes
 * saying the same as these, the head as the last link.
 */
export async function verifyChain(db: Database, tx?: Tx): Promise<ChainReport> {
  const [row] = await db.select('SELECT seq, hash FROM audit_head WHERE id = 1', [], tx)
  const head = { seq: Number(row?.seq ?? 0), hash: String(row?.hash ?? '') }
  const faults: Text2[] = []
  const fault = (zh: string, en: string) => void faults.push(say(zh, en))
  let [seq, hash, events] = [0, '0'.repeat(64), 0]
  for (;;) {
    const batch = await db.select(
      `SELECT seq, hash, payload, createdAt, actorKind, userId, actorName, action, resource, recordId, recordVersion, requestId
       FROM audit_events WHERE seq > ? ORDER BY seq LIMIT 1000`,
      [seq],
      tx,
    )
    if (batch.length === 0) break
    for (const event of batch) {
      const expected = seq + 1
      if (Number(event.seq) !== expected)
        fault(
          `缺第 ${expected} 条，下一条是第 ${String(event.seq)} 条。`,
          `Event ${expected} is missing; the next one is ${String(event.seq)}.`,
        )
      seq = Number(event.seq)
      hash = linkHash(hash, seq, String(event.payload))
      if (hash !== event.hash) {
        fault(
          `第 ${seq} 条与其指纹不符：封存后被改动。`,
          `Event ${seq} does not match its hash: it was changed after it was sealed.`,
        )
        hash = String(event.hash)
      } else
        for (const column of columnsThatDiffer(event))
          fault(
            `第 ${seq} 条列出的 ${column} 与封存的不同。`,
            `Event ${seq} is listed with another ${column} than was sealed.`,
          )
      events += 1
    }
  }
  if (seq !== head.seq || hash !== head.hash)
    fault(
      `链末记为第 ${head.seq} 条（${head.hash}），链却止于第 ${seq} 条（${hash}）。`,
      `The head says event ${head.seq} (${head.hash}), the chain ends at ${seq} (${hash}).`,
    )
  return { events, head, faults }
}

/** Lists and filters read columns that repeat parts of the sealed bytes; only the bytes are chained. */
function columnsThatDiffer(event: Row): string[] {
  const payload = asObject(parseJson(event.payload))
  const { at, actor, action, resource, recordId, version, requestId } = payload
  const { kind, id, name } = asObject(actor)
  const sealed: Row = {
    createdAt: at,
    actorKind: kind,
    userId: kind === 'user' ? id : null,
    actorName: name,
    action,
    resource,
    recordId,
    recordVersion: version,
    requestId,
  }
  const text = (value: unknown) => (value == null ? null : String(value))
  return Object.keys(sealed).filter((column) => text(sealed[column]) !== text(event[column]))
}
