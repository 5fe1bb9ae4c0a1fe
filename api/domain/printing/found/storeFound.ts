import { z } from 'zod'
import type { Context } from '../../../engine/context.js'
import { deleteRecord, findRecords, insertRecord, lockRecord, updateRecord } from '../../../engine/records.js'
import type { RecordOf } from '../../../engine/resource.js'
import { foundPrinters, printers } from '../../refs.js'

const line = z.string().max(120)

export const foundBody = z.object({
  server: z.string().min(1).max(80),
  printers: z
    .array(
      z.object({
        uri: z
          .string()
          .max(400)
          .regex(/^ipps?:\/\/[^\s/?#@]+\/\S*$/),
        name: line.min(1),
        model: line,
        location: line,
        formats: z.array(z.string().max(64)).max(12),
        uuid: z.string().max(80).nullable(),
      }),
    )
    .max(200),
})

type Announced = z.infer<typeof foundBody>['printers'][number]
type Found = RecordOf<typeof foundPrinters>

/** Of a site; a neighbour that announces more cannot fill the database. */
const MOST = 300
const FORGOTTEN_AFTER_MS = 30 * 24 * 3600_000

/** One device may announce itself encrypted and in clear: told apart by its UUID, else by its address. */
function devicesOf(announced: Announced[]) {
  const devices = new Map<string, { plain?: Announced; secure?: Announced }>()
  for (const one of announced) {
    const identity = one.uuid ?? one.uri.replace(/^ipps?/, 'ipp')
    const device = devices.get(identity) ?? {}
    devices.set(identity, { ...device, [one.uri.startsWith('ipps') ? 'secure' : 'plain']: one })
  }
  return devices
}

/** Keeps what a print server found. Seeing a device again is no news; a new address or name of it is. */
export async function storeFound(
  context: Context,
  site: string,
  { server, printers: announced }: z.infer<typeof foundBody>,
): Promise<void> {
  const { db, tx, now } = context
  const known = await findRecords(context, foundPrinters, { site })
  const own = await findRecords(context, printers, { site })
  let room = MOST - known.length
  for (const [identity, { plain, secure }] of devicesOf(announced)) {
    const seen = plain ?? secure
    if (!seen) continue
    const uris = [plain?.uri, secure?.uri]
    const facts = {
      name: seen.name,
      model: seen.model || null,
      location: seen.location || null,
      uri: seen.uri,
      secureUri: (plain && secure?.uri) ?? null,
      formats: seen.formats.join(', ') || null,
      uuid: seen.uuid,
      printerId:
        own.find(({ uri, uuid }) => uris.includes(uri) || (seen.uuid !== null && uuid === seen.uuid))?.id ??
        null,
    }
    const before = known.find((one) => one.identity === identity)
    if (!before && (room -= 1) >= 0)
      await insertRecord(
        context,
        foundPrinters,
        { ...facts, identity, site, server, lastSeenAt: now },
        'found',
      )
    if (!before) continue
    if (differs(before, facts)) await updateRecord(context, foundPrinters, before, facts, 'found')
    await db.execute(
      'UPDATE found_printers SET lastSeenAt = ?, server = ? WHERE id = ?',
      [now, server, before.id],
      tx,
    )
  }
  await forgetOld(context, known)
}

const differs = (before: Found, facts: Record<string, unknown>): boolean =>
  Object.entries(facts).some(([name, value]) => Reflect.get(before, name) !== value)

async function forgetOld(context: Context, known: Found[]): Promise<void> {
  const since = new Date(Date.parse(context.now) - FORGOTTEN_AFTER_MS).toISOString()
  for (const { id } of known.filter(({ lastSeenAt }) => lastSeenAt < since)) {
    const old = await lockRecord(context, foundPrinters, id)
    if (old.lastSeenAt < since)
      await deleteRecord(context, context.catalog.get(foundPrinters.name), { ...old })
  }
}
