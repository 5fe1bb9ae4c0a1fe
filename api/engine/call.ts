import type { Request, Response } from 'express'
import type { Principal } from './access.js'
import { NotSignedIn } from './problems.js'
import { languageOf, type Language } from './text.js'

/** What is known of a request before any route sees it. */
export interface Call {
  who: Principal | null
  requestId: string
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
