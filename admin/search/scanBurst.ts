/** A scanner types a character every few milliseconds; the fastest typists need ten times as long. */
const LONGEST_GAP_MS = 45
const SHORTEST_CODE = 5

/**
 * Tells a barcode scanner from a person by the speed of the keys. Fed with each key and its time (ms), answers the
 * code when Enter ends a burst, else undefined.
 */
export function scanBurst() {
  let typed = ''
  let last = -Infinity
  const isFast = (at: number) => at - last <= LONGEST_GAP_MS
  return {
    /** Whether keys are coming in at the speed of a scanner just now. */
    isUnderWay: (at: number) => typed.length > 1 && isFast(at),
    key(key: string, at: number): string | undefined {
      const code = key === 'Enter' && isFast(at) && typed.length >= SHORTEST_CODE ? typed : undefined
      if (key.length === 1) typed = isFast(at) ? typed + key : key
      else if (key !== 'Shift') typed = ''
      last = at
      return code
    },
  }
}
