import { isObject } from '../schema/valueAt'
import { http } from './http'
import { onSession } from './session'
import { onStored, putQuietly } from './store'

/** What follows a person to every desk: columns and their order, saved and inline filters, the set-up put away. */
const FOLLOWS = /\.(datatable|datatable_columnRanks|savedFilters|inlineFilters)$|^setup\./
const DEBOUNCE_MS = 500

let waiting: Record<string, unknown> = {}
let timer: ReturnType<typeof setTimeout> | undefined

async function send() {
  const changes = waiting
  waiting = {}
  // Kept in this browser all the same; the next change of it is sent again.
  await http('/api/preferences', { method: 'PUT', body: JSON.stringify(changes) }).catch(() => undefined)
}

async function load() {
  const { json } = await http('/api/preferences')
  if (!isObject(json)) return
  for (const [key, value] of Object.entries(json)) if (FOLLOWS.test(key)) putQuietly(key, value)
}

/** Fetches what the person has arranged when they sign in, and sends what they change, a moment later. */
export function followPreferences() {
  let userId: number | undefined
  onSession((session) => {
    if (session?.user.id === userId) return
    userId = session?.user.id
    clearTimeout(timer)
    waiting = {}
    if (session) void load().catch(() => undefined)
  })
  onStored((key, value) => {
    if (userId === undefined || !FOLLOWS.test(key)) return
    waiting[key] = value ?? null
    clearTimeout(timer)
    timer = setTimeout(() => void send(), DEBOUNCE_MS)
  })
}
