import { isObject } from '../schema/valueAt'
import { currentSession, onSession } from './session'

/** What somebody typed into a form and has not saved. */
export interface Draft {
  values: Record<string, unknown>
  /** The version of the record that it was typed over; 0 for a new one. */
  version: number
  /** ISO */
  at: string
}

const PREFIX = 'SlipwayDraft.'
const OLDEST_MS = 14 * 24 * 3600_000

// Each person of a shared desk has drafts of their own; signing out, or being signed out, does not lose them: the last
// words are kept when the session is over already, so the person is remembered beyond it.
let owner = currentSession()?.user.id
onSession((session) => {
  owner = session?.user.id ?? owner
})
const keyOf = (form: string) => `${PREFIX}${owner ?? ''}.${form}`

const isDraft = (value: unknown): value is Draft =>
  isObject(value) &&
  isObject(value.values) &&
  typeof value.version === 'number' &&
  typeof value.at === 'string'

/** The draft of that form, such as `orders.new` or `orders.17`. */
export function readDraft(form: string): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null')
    return isDraft(draft) && Date.now() - Date.parse(draft.at) < OLDEST_MS ? draft : undefined
  } catch {
    return undefined
  }
}

export function keepDraft(form: string, draft: Draft) {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(draft))
  } catch {
    // A full or closed storage takes away the safety net, not the form.
  }
}

export const dropDraft = (form: string) => localStorage.removeItem(keyOf(form))
