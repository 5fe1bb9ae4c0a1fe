const DOUBLE_CLICK_MS = 500
const AFTER_DOUBT_MS = 15 * 60_000

interface Intent {
  key: string
  until: number
}

const intents = new Map<string, Intent>()

// crypto.randomUUID exists on https and localhost only; offices often run plain http inside the house.
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

const forgetOld = (now: number) => {
  for (const [what, intent] of intents) if (intent.until < now) intents.delete(what)
}

/**
 * One Idempotency-Key per intent of a person. The same request again while the first is under way, within a double
 * click of it, or after its answer was lost (a retry) is the same intent; later it is a new one, such as a second equal
 * receipt of goods.
 */
export async function withIntent<T>(what: string, send: (key: string) => Promise<T>): Promise<T> {
  const began = Date.now()
  forgetOld(began)
  const intent = intents.get(what) ?? { key: newKey(), until: Infinity }
  intents.set(what, intent)
  try {
    const answer = await send(intent.key)
    intent.until = began + DOUBLE_CLICK_MS
    return answer
  } catch (error) {
    // The server does not store failures, so a refused request may keep its key as well.
    intent.until = Date.now() + AFTER_DOUBT_MS
    throw error
  }
}
