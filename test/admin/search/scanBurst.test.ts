import { describe, expect, it } from '@jest/globals'
import { scanBurst } from '../../../admin/search/scanBurst'

/** Types the keys with that gap (ms) between them; answers what the last one yields. */
const typed = (keys: string[], gap: number) => {
  const burst = scanBurst()
  return keys.map((key, at) => burst.key(key, 1000 + at * gap)).at(-1)
}

describe('the barcode scanner', () => {
  it('is known by its speed', () => {
    expect(typed([...'XS20261123-0001', 'Enter'], 8)).toBe('XS20261123-0001')
    expect(typed([...'XS20261123-0001', 'Enter'], 120)).toBeUndefined()
  })

  it('may hold Shift for its capitals', () => {
    expect(typed(['Shift', 'F', 'Shift', 'H', ...'2026', 'Enter'], 8)).toBe('FH2026')
  })

  it('reads nothing shorter than a code', () => {
    expect(typed([...'abc', 'Enter'], 8)).toBeUndefined()
    expect(typed(['Enter'], 8)).toBeUndefined()
  })

  it('forgets what a person typed before', () => {
    const burst = scanBurst()
    burst.key('n', 0)
    const answers = [...'69012', 'Enter'].map((key, at) => burst.key(key, 900 + at * 5))
    expect(answers.at(-1)).toBe('69012')
  })
})
