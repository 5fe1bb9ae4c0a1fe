/** @typedef {{ zh: string, en: string }} Text2 */

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
const language = locale.startsWith('zh') ? 'zh' : 'en'
const heartbeatMs = 15_000

/**
 * The wording in the language of the terminal: Chinese under a Chinese locale, else English,
 * because a terminal without a locale often cannot show Chinese.
 * @param {Text2} text
 */
function worded(text) {
  return text[language]
}

/** What stops a command and is not a bug: told to the person as one sentence, without a stack. */
export class Refusal extends Error {
  /** @param {Text2} text @param {string} [detail] output of a tool, printed under the sentence */
  constructor(text, detail) {
    super(worded(text))
    this.name = 'Refusal'
    this.detail = detail
  }
}

/** @param {Text2} text */
export function say(text) {
  console.log(worded(text))
}

/** @param {number} since milliseconds, from Date.now() */
export function secondsSince(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}

/**
 * Does slow work aloud: says what begins, that it still goes on, and how long it took.
 * @template T
 * @param {Text2} text @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(text, work) {
  const begun = Date.now()
  console.log(`· ${worded(text)} …`)
  const heartbeat = setInterval(
    () => say({ zh: `  仍在进行（${secondsSince(begun)}）`, en: `  still at it (${secondsSince(begun)})` }),
    heartbeatMs,
  )
  try {
    const result = await work()
    console.log(`  ${secondsSince(begun)}`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}

/**
 * Runs a command's main function and ends the process with a sentence when it is refused.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.detail) console.error(error.detail)
    console.error(error.message)
    process.exitCode = 1
  }
}
