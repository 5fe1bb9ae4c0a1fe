import { randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import type { Database } from '../db/database.js'
import { keyOf } from '../domain/access/apiKey.js'
import { sessionOf, sessionToRead, type Session } from '../domain/access/sessions.js'
import type { Principal } from '../engine/access.js'
import { setCall } from '../engine/call.js'
import { problem } from '../engine/problem.js'

export const COOKIE = 'slipway_session'

const CsrfMissing = problem('csrf', 403, () => ({
  zh: '页面已过期，请刷新后再试。',
  en: 'This page is out of date; reload it and try again. (X-CSRF-Token is missing or wrong.)',
}))

const sessions = new WeakMap<Request, { session: Session; token: string }>()

/** The session of the request's cookie, if it came with a live one. */
export const requestSession = (request: Request) => sessions.get(request) ?? null

/**
 * Finds out who asks: a session's cookie or a machine's bearer key. A write with the cookie must carry the session's
 * CSRF token; nothing is refused here for being nobody, that is for the routes.
 */
export function identify(db: Database) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const requestId = requestIdFrom(request)
    response.set('X-Request-Id', requestId)
    const bearer = bearerOf(request)
    if (bearer) {
      setCall(request, { who: await keyOf(db, bearer), requestId })
      return next()
    }
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const token = cookieOf(request)
    const session = token ? await (reads ? sessionToRead : sessionOf)(db, token) : null
    setCall(request, { who: session?.user ?? null, requestId })
    if (session && token) {
      sessions.set(request, { session, token })
      const signingIn = request.method === 'POST' && request.path === '/session'
      if (!reads && !signingIn && request.get('x-csrf-token') !== session.csrfToken) throw CsrfMissing()
    }
    next()
  }
}

/** Who this request's cookie or key stands for at this moment, also long after it began; null when it is revoked. */
export async function callerNow(db: Database, request: Request): Promise<Principal | null> {
  const bearer = bearerOf(request)
  if (bearer) return keyOf(db, bearer)
  const token = cookieOf(request)
  return token ? ((await sessionOf(db, token))?.user ?? null) : null
}

const bearerOf = (request: Request) => /^Bearer (\S{1,200})$/.exec(request.get('authorization') ?? '')?.[1]

function requestIdFrom(request: Request): string {
  const given = request.get('x-request-id')
  return given && /^[\w-]{1,60}$/.test(given) ? given : randomUUID()
}

export function cookieOf(request: Request): string | null {
  const cookies = (request.get('cookie') ?? '').split(';').map((part) => part.trim().split('='))
  return cookies.find(([name]) => name === COOKIE)?.[1] ?? null
}
