import { Router, type Request, type Response } from 'express'
import { changePassword } from '../domain/access/changePassword.js'
import { closeSession, type Session } from '../domain/access/sessions.js'
import { signIn } from '../domain/access/signIn.js'
import { answer, callerOf, requestIdOf } from '../engine/call.js'
import { NotSignedIn } from '../engine/problems.js'
import type { RouterOptions } from '../engine/router.js'
import { COOKIE, cookieOf, requestSession } from './identify.js'
import { asObject } from '../engine/shapes.js'

/** Sign-in, who am I, sign-out, and the change of one's own password. */
export function sessionRoutes({ db, catalog, committed }: RouterOptions): Router {
  const router = Router()

  router.post('/', async (request, response) => {
    const by = { db, catalog, committed, requestId: requestIdOf(request) }
    const opened = await signIn(by, asObject(request.body), request.ip ?? 'unknown')
    const former = cookieOf(request)
    if (former) await closeSession(db, former)
    setCookie(request, response, opened.token, new Date(opened.expiresAt))
    answer(response, 200, { user: shown(opened.user), csrfToken: opened.csrfToken })
  })

  router.get('/', (request, response) => {
    const { session } = signedIn(request)
    answer(response, 200, { user: shown(session.user), csrfToken: session.csrfToken })
  })

  router.delete('/', async (request, response) => {
    const { token } = signedIn(request)
    await closeSession(db, token)
    setCookie(request, response, '', new Date(0))
    answer(response, 200, {})
  })

  router.post('/password', async (request, response) => {
    const { session } = signedIn(request)
    const by = { db, catalog, committed, who: callerOf(request), requestId: requestIdOf(request) }
    await changePassword(by, session.id, asObject(request.body))
    answer(response, 200, {})
  })

  return router
}

function signedIn(request: Request) {
  const found = requestSession(request)
  if (!found) throw NotSignedIn()
  return found
}

const shown = ({ id, username, name, roles }: Session['user']) => ({ id, username, name, roles })

function setCookie(request: Request, response: Response, token: string, expires: Date): void {
  response.cookie(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: request.secure,
    path: '/',
    expires,
  })
}
