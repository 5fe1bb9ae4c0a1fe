import type { QueryClient } from '@tanstack/react-query'
import { currentSchema } from '../schema/schemaStore'
import { isObject } from '../schema/valueAt'
import { loadSchema } from './authProvider'
import { readSession } from './http'
import { currentSession, endSession, onSession } from './session'

/** A committed change of a record that this person may read. */
export interface ChangeEvent {
  seq: number
  resource: string
  id: number
  /** Null where the change made no new version of the record. */
  version: number | null
}

type Notice =
  | { kind: 'change'; change: ChangeEvent }
  | { kind: 'live'; live: boolean }
  | { kind: 'resync' }
  | { kind: 'ended' }
  | { kind: 'ask' }
  | { kind: 'user'; id: number }

const REOPEN_MS = 10_000
const THROTTLE_MS = 800

let live = false
const liveListeners = new Set<() => void>()
const changeListeners = new Set<(change: ChangeEvent) => void>()

export const isLive = () => live

export function onLive(listener: () => void) {
  liveListeners.add(listener)
  return () => void liveListeners.delete(listener)
}

/** Calls back for each change that the server reports; answers the function that stops it. */
export function onChange(listener: (change: ChangeEvent) => void) {
  changeListeners.add(listener)
  return () => void changeListeners.delete(listener)
}

const isChange = (value: unknown): value is ChangeEvent =>
  isObject(value) && typeof value.resource === 'string' && typeof value.id === 'number'

/** The resource itself, and those that show what its records amount to. */
const staleAfter = (resource: string): string[] => [
  resource,
  ...(currentSchema()?.resources ?? [])
    .filter(({ follows }) => follows?.includes(resource))
    .map(({ name }) => name),
]

/** Records read into a form keep what is being typed over; see EditPage. */
const isForm = (queryKey: readonly unknown[]) =>
  queryKey.some((part) => isObject(part) && isObject(part.meta))

/** Marks what changed as stale, at most once per resource in THROTTLE_MS: a bulk action makes one refetch, not fifty. */
function invalidator(client: QueryClient) {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const invalidate = (resource: string) =>
    client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === resource && !isForm(queryKey) })
  return (resource: string) => {
    if (waiting.has(resource)) return
    const timer = setTimeout(() => {
      waiting.delete(resource)
      void invalidate(resource)
    }, THROTTLE_MS)
    waiting.set(resource, timer)
  }
}

/**
 * Opens the stream and keeps it open until the signal aborts. The browser reconnects and resumes by Last-Event-ID on
 * its own; only after a refusal a new stream is opened, and then nobody knows what was missed.
 */
function keepStream(signal: AbortSignal, tell: (notice: Notice) => void) {
  let missed = false
  const open = () => {
    if (signal.aborted) return
    const source = new EventSource('/api/events')
    const close = () => source.close()
    signal.addEventListener('abort', close, { once: true })
    source.addEventListener('open', () => {
      tell({ kind: 'live', live: true })
      if (missed) tell({ kind: 'resync' })
      missed = false
    })
    source.addEventListener('message', ({ data }) => {
      const change: unknown = JSON.parse(String(data))
      if (isChange(change)) tell({ kind: 'change', change })
    })
    source.addEventListener('reload', () => tell({ kind: 'resync' }))
    source.addEventListener('revoked', () => tell({ kind: 'ended' }))
    source.addEventListener('error', () => {
      tell({ kind: 'live', live: false })
      if (source.readyState !== EventSource.CLOSED) return
      signal.removeEventListener('abort', close)
      missed = true
      void readSession()
        .then((session) => (session ? undefined : tell({ kind: 'ended' })))
        .catch(() => undefined)
      setTimeout(open, REOPEN_MS)
    })
  }
  open()
}

/** Holds the stream for all tabs while this one is the leader. Plain http outside localhost has no locks: one stream each. */
function lead(signal: AbortSignal, tell: (notice: Notice) => void) {
  if (!('locks' in navigator)) return keepStream(signal, tell)
  const held = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  )
  navigator.locks
    .request('slipway-events', { signal }, () => {
      keepStream(signal, tell)
      return held
    })
    .catch(() => undefined)
}

/** Follows the server for as long as somebody is signed in, with one stream for all tabs of the browser. */
export function followEvents(client: QueryClient) {
  const invalidate = invalidator(client)
  const take = (notice: Notice) => {
    if (notice.kind === 'live') {
      live = notice.live
      for (const listener of liveListeners) listener()
    } else if (notice.kind === 'resync') {
      void client.invalidateQueries({ predicate: ({ queryKey }) => !isForm(queryKey) })
    } else if (notice.kind === 'ended') {
      // The next check of the sign-in fails and leads to the sign-in page.
      endSession()
      void client.invalidateQueries({ queryKey: ['auth', 'checkAuth'] })
    } else if (notice.kind === 'change') {
      for (const listener of changeListeners) listener(notice.change)
      // Somebody gave me another role: what I may see and do is another.
      if (notice.change.resource === 'users' && notice.change.id === currentSession()?.user.id)
        void loadSchema().then(() => client.invalidateQueries({ queryKey: ['auth'] }))
      for (const resource of staleAfter(notice.change.resource)) invalidate(resource)
    }
  }

  let stop = new AbortController()
  onSession((session) => {
    stop.abort()
    stop = new AbortController()
    const { signal } = stop
    take({ kind: 'live', live: false })
    if (!session) return
    let leading = false
    const channel = new BroadcastChannel('slipway-events')
    signal.addEventListener('abort', () => channel.close(), { once: true })
    channel.addEventListener('message', ({ data }: MessageEvent<Notice>) => {
      if (data.kind === 'ask') {
        if (leading) channel.postMessage({ kind: 'live', live } satisfies Notice)
      } else if (data.kind === 'user') {
        // The browser has one cookie: this tab would go on showing screens of somebody who is no longer signed in.
        if (data.id !== session.user.id) window.location.reload()
      } else take(data)
    })
    channel.postMessage({ kind: 'user', id: session.user.id } satisfies Notice)
    channel.postMessage({ kind: 'ask' } satisfies Notice)
    lead(signal, (notice) => {
      leading = true
      if (signal.aborted) return
      // The other tabs first: what this tab does about it may close the channel.
      channel.postMessage(notice)
      take(notice)
    })
  })
}
