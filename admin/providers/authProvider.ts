import { HttpError, type AuthProvider } from 'react-admin'
import type { Schema } from '../schema/types'
import { currentSchema, isSchema, setSchema } from '../schema/schemaStore'
import { http, readSession } from './http'
import { i18nProvider } from './i18nProvider'
import { store } from './store'
import { currentSession, isSession, setSession } from './session'

/** Reads what this person may see and do; all screens are drawn from it. */
export async function loadSchema(): Promise<Schema> {
  const { json } = await http('/api/schema')
  if (!isSchema(json)) throw new HttpError(i18nProvider.translate('app.error.status', { status: 200 }), 500)
  setSchema(json)
  return json
}

// Nobody asks for a session where none was ever opened: the first visit starts without a refused request.
const SIGNED_IN = 'signedIn'
const knownSession = () => store.getItem<boolean>(SIGNED_IN) === true && readSession()

/** Sessions are the server's; this side only knows whether one stands, and who it belongs to. */
export const authProvider: AuthProvider = {
  login: async ({ username, password }: { username: string; password: string }) => {
    const { json } = await http('/api/session', {
      method: 'POST',
      body: JSON.stringify({ username, password }),
    })
    if (isSession(json)) setSession(json)
    store.setItem(SIGNED_IN, true)
    await loadSchema()
  },
  logout: async () => {
    const signedIn = currentSession()
    setSession(undefined)
    setSchema(undefined)
    if (!signedIn) return
    // Signed out here even when the server cannot be told; its session expires by itself.
    await http('/api/session', { method: 'DELETE', headers: { 'X-CSRF-Token': signedIn.csrfToken } }).catch(
      () => undefined,
    )
  },
  checkAuth: async () => {
    if (!currentSession() && !(await knownSession())) throw new HttpError('', 401)
  },
  // A session that is over is noticed at every request, not only at those of the data provider: see `http`.
  checkError: () => Promise.resolve(),
  getIdentity: () => {
    const user = currentSession()?.user
    return user
      ? Promise.resolve({ id: user.id, fullName: user.name })
      : Promise.reject(new HttpError('', 401))
  },
  getPermissions: async () => {
    if (!currentSession() && !(await knownSession())) return null
    return currentSchema() ?? loadSchema()
  },
}
