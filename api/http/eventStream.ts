import type { Request, Response } from 'express'
import type { Database } from '../db/database.js'
import { sealEvents, SEALED_AT_ONCE } from '../domain/audit/sealer.js'
import { decide, type Principal } from '../engine/access.js'
import { callerOf } from '../engine/call.js'
import type { Catalog } from '../engine/catalog.js'
import { isReadable } from '../engine/list.js'
import { callerNow } from './identify.js'

const LOOK_EVERY_MS = 500
/** After a commit, and in busy times no more often than that: one sealing serves all commits of the time between. */
const LOOK_SOON_MS = 40
const BUSY_MS = 200
const ALIVE_EVERY_MS = 15_000
const CHECK_SESSION_MS = 10_000
/** A client that was away for longer than this many events starts over: it is told to reload. */
const MOST_MISSED = 5000

interface Event {
  seq: number
  resource: string
  id: number
  version: number | null
}

interface Listener {
  who: Principal
  response: Response
  lastSeq: number
}

export interface EventStream {
  handler(request: Request, response: Response): Promise<void>
  /** Looks for new events soon, e.g. after a commit. */
  wake(): void
  /** Ends every stream; resolves when the database is not used any more. */
  stop(): Promise<void>
}

/**
 * Server-sent events of what changed. They follow the audit trail's `seq`, which is given after the commit: an event
 * that commits late is still after everything that was sent. Any replica serves any client.
 */
export function createEventStream(db: Database, catalog: Catalog): EventStream {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let again = false
  let soon: NodeJS.Timeout | undefined
  let wokenAt = -BUSY_MS
  const halt = new AbortController()

  const look = (): void => {
    if (halt.signal.aborted) return
    again = true
    running ??= lookUntilDone().finally(() => {
      running = null
      if (!halt.signal.aborted) timer = setTimeout(look, LOOK_EVERY_MS)
    })
  }

  const lookUntilDone = async (): Promise<void> => {
    clearTimeout(timer)
    try {
      do {
        again = false
        while ((await sealEvents(db)) === SEALED_AT_ONCE);
        if (listeners.size === 0) continue
        const head = await headSeq(db)
        for (const listener of Array.from(listeners))
          if (listener.lastSeq < head) await feed(db, catalog, listener)
      } while (again && !halt.signal.aborted)
    } catch {
      // The database is away; the next look tries again.
    }
  }

  look()

  return {
    wake() {
      const quiet = performance.now() - wokenAt
      soon ??= setTimeout(
        () => {
          soon = undefined
          wokenAt = performance.now()
          look()
        },
        Math.max(LOOK_SOON_MS, BUSY_MS - quiet),
      )
    },
    async stop() {
      halt.abort()
      clearTimeout(timer)
      clearTimeout(soon)
      for (const { response } of listeners) response.end()
      await running
    },
    async handler(request, response) {
      const who = callerOf(request)
      const resume = Number(request.get('last-event-id') ?? Number.NaN)
      const head = await headSeq(db)
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      })
      const missed = Number.isSafeInteger(resume) && resume <= head
      const listener: Listener = { who, response, lastSeq: missed ? resume : head }
      if (missed && head - resume > MOST_MISSED) {
        response.write('event: reload\ndata: {}\n\n')
        listener.lastSeq = head
      }
      response.write(`retry: 2000\nid: ${listener.lastSeq}\n\n`)
      listeners.add(listener)
      const alive = setInterval(() => response.write(': alive\n\n'), ALIVE_EVERY_MS)
      const check = setInterval(() => void checkAgain(db, request, listener), CHECK_SESSION_MS)
      response.once('close', () => {
        listeners.delete(listener)
        clearInterval(alive)
        clearInterval(check)
      })
      look()
    },
  }
}

/** Ends the stream of a session or a key that is revoked, and takes up what roles were changed meanwhile. */
async function checkAgain(db: Database, request: Request, listener: Listener): Promise<void> {
  const who = await callerNow(db, request).catch(() => undefined)
  if (who) listener.who = who
  else if (who === null) listener.response.end('event: revoked\ndata: {}\n\n')
}

async function feed(db: Database, catalog: Catalog, listener: Listener): Promise<void> {
  const rows = await db.select(
    'SELECT seq, resource, recordId, recordVersion FROM audit_events WHERE seq > ? ORDER BY seq LIMIT 500',
    [listener.lastSeq],
  )
  for (const row of rows) {
    const event = {
      seq: Number(row.seq),
      resource: String(row.resource),
      id: Number(row.recordId),
      version: row.recordVersion === null ? null : Number(row.recordVersion),
    }
    listener.lastSeq = event.seq
    if (row.recordId !== null && (await mayRead(catalog, listener.who, event)))
      listener.response.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`)
  }
}

async function mayRead(catalog: Catalog, who: Principal, { resource, id }: Event): Promise<boolean> {
  if (!catalog.has(resource)) return false
  const entry = catalog.get(resource)
  const verdict = decide(entry.of.rights.read, who)
  return typeof verdict === 'boolean' ? verdict : isReadable(entry, id, who)
}

async function headSeq(db: Database): Promise<number> {
  const [row] = await db.select('SELECT seq FROM audit_head WHERE id = 1')
  return Number(row?.seq ?? 0)
}
