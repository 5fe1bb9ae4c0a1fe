import { HttpError } from 'react-admin'
import { isObject } from '../schema/valueAt'
import { i18nProvider } from './i18nProvider'
import { queryClient } from './queryClient'
import { currentSession, endSession, isSession, setSession, type Session } from './session'

export interface HttpAnswer {
  status: number
  headers: Headers
  body: string
  json: unknown
}

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const headersFor = (options: RequestInit) => {
  const headers = new Headers(options.headers)
  headers.set('Accept-Language', i18nProvider.getLocale() === 'en' ? 'en' : 'zh-CN')
  if (!headers.has('Accept')) headers.set('Accept', 'application/json')
  if (options.body && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
  const token = currentSession()?.csrfToken
  if (token && options.method && options.method !== 'GET') headers.set('X-CSRF-Token', token)
  return headers
}

/** The session is over: the check of the sign-in is made anew, and leads to the sign-in page and from there back here. */
function leave(): HttpError {
  endSession()
  void queryClient.invalidateQueries({ queryKey: ['auth', 'checkAuth'] })
  return new HttpError(i18nProvider.translate('app.error.sessionEnded'), 401)
}

/** Fetches with cookie, language and token. Rejects with an HttpError: status 0 when no answer came. */
export async function send(url: string, options: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { ...options, headers: headersFor(options), credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new HttpError(i18nProvider.translate('app.error.unreachable'), 0)
  }
  if (response.ok) return response
  if (response.status === 401 && currentSession()) throw leave()
  const json = parse(await response.text())
  const message =
    isObject(json) && typeof json.message === 'string'
      ? json.message
      : i18nProvider.translate('app.error.status', { status: response.status })
  throw new HttpError(message, response.status, json)
}

const answerOf = async (response: Response): Promise<HttpAnswer> => {
  const body = await response.text()
  return { status: response.status, headers: response.headers, body, json: parse(body) }
}

const isStaleToken = (error: unknown) =>
  error instanceof HttpError && error.status === 403 && isObject(error.body) && error.body.code === 'csrf'

let reading: Promise<Session | undefined> | undefined

/** The session behind the cookie, or undefined; rejects when the server could not be asked. */
export function readSession(): Promise<Session | undefined> {
  reading ??= askSession().finally(() => {
    reading = undefined
  })
  return reading
}

async function askSession(): Promise<Session | undefined> {
  try {
    const { json } = await answerOf(await send('/api/session'))
    const session = isSession(json) ? json : undefined
    setSession(session)
    return session
  } catch (error) {
    if (error instanceof HttpError && error.status === 401) {
      setSession(undefined)
      return undefined
    }
    throw error
  }
}

/** The client under the data provider: JSON in, JSON out. */
export async function http(url: string, options: RequestInit = {}): Promise<HttpAnswer> {
  try {
    return await answerOf(await send(url, options))
  } catch (error) {
    // Another tab signed in again, so the token in this one is old.
    if (!isStaleToken(error) || !(await readSession())) throw error
    return answerOf(await send(url, options))
  }
}
