import { describe, expect, it } from '@jest/globals'
import { totalsLine } from '../../scripts/totals.mjs'

const results = { numPassedTests: 12, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 }

describe('the last line of npm test', () => {
  it('tells what passed and what failed', () => {
    expect(totalsLine(results)).toBe('12 passed, 0 failed')
  })

  it('tells of skipped tests only when there are any', () => {
    expect(totalsLine({ ...results, numPendingTests: 2 })).toBe('12 passed, 0 failed, 2 skipped')
  })

  it('counts a file that could not be loaded as a failure', () => {
    expect(totalsLine({ ...results, numFailedTests: 1, numRuntimeErrorTestSuites: 2 })).toBe(
      '12 passed, 3 failed',
    )
  })
})
