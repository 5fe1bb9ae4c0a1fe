import { isObject } from '../schema/valueAt'
import type { SchemaUser } from '../schema/types'

export interface Session {
  user: SchemaUser
  csrfToken: string
}

export const isSession = (value: unknown): value is Session =>
  isObject(value) && isObject(value.user) && typeof value.csrfToken === 'string'

let session: Session | undefined
let ended = false
const listeners = new Set<(session: Session | undefined) => void>()

/** The session as this tab knows it. The cookie is the server's; the token is held in memory only. */
export const currentSession = () => session

/** Whether the last session was ended by the server: expired, or revoked. */
export const wasEnded = () => ended

export function endSession() {
  ended = true
  setSession(undefined)
}

export function setSession(next: Session | undefined) {
  session = next
  if (next) ended = false
  for (const listener of listeners) listener(next)
}

/** Calls back on every sign-in and sign-out of this tab; answers the function that stops it. */
export function onSession(listener: (session: Session | undefined) => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
