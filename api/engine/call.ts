import { isDeepStrictEqual } from 'node:util'
import type { Request, Response } from 'express'
import type { Principal } from './access.js'
import { NotSignedIn } from './problems.js'
import { languageOf, type Language } from './text.js'

/** What is known of a request before any route sees it. */
export interface Call {
  /** Null also while there is only a claim: a route that does not wait for its answer refuses. */
  who: Principal | null
  requestId: string
  claim?: Claim
}

/** Who the request's session stood for when it was last seen, while the database is asked who it stands for now. */
export interface Claim {
  who: Principal
  now: Promise<Principal | null>
}

const calls = new WeakMap<Request, Call>()

export const setCall = (request: Request, call: Call): void => void calls.set(request, call)

export const requestIdOf = (request: Request): string => calls.get(request)?.requestId ?? ''

/** The signed-in caller; 401 when there is none. */
export function callerOf(request: Request): Principal {
  const who = calls.get(request)?.who
  if (!who) throw NotSignedIn()
  return who
}

export function isSignedIn(request: Request): boolean {
  const call = calls.get(request)
  return Boolean(call?.who ?? call?.claim)
}

/**
 * Reads for the caller. Where there is only a claim, it is read for whom it names, at the same time as that is
 * confirmed; of somebody who is another by now, nothing that was read is used.
 */
export async function readAs<T>(request: Request, read: (who: Principal) => Promise<T>): Promise<T> {
  const call = calls.get(request)
  if (!call?.claim) return read(callerOf(request))
  const { who, now } = call.claim
  const [found, confirmed] = await Promise.allSettled([read(who), now])
  if (confirmed.status === 'rejected') throw confirmed.reason
  setCall(request, { who: confirmed.value, requestId: call.requestId })
  if (!isDeepStrictEqual(who, confirmed.value)) return read(callerOf(request))
  if (found.status === 'rejected') throw found.reason
  return found.value
}

export const requestLanguage = (request: Request): Language => languageOf(request.get('accept-language'))

/** Answers JSON that no cache keeps. */
export function answer(response: Response, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.statusCode = status
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', bytes.length)
  // As bytes: they are counted and turned into UTF-8 once, and leave in one write with the head.
  response.end(bytes)
}
