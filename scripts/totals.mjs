/**
 * @typedef {object} JestResults the part of jest's --json that is used
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numRuntimeErrorTestSuites files that could not even be loaded
 */

/** @param {unknown} value @returns {value is JestResults} */
export function isJestResults(value) {
  return typeof value === 'object' && value !== null && 'numPassedTests' in value && 'numFailedTests' in value
}

/** The last line of `npm test`. A file that could not be loaded is one failure. @param {JestResults} results */
export function totalsLine(results) {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : ''
  return `${results.numPassedTests} passed, ${failed} failed${skipped}`
}
