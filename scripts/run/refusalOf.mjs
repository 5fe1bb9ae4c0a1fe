import { lastLines } from '../ensure/tool.mjs'
import { Refusal } from '../say.mjs'

/**
 * Why one of our programs could not do its work. A program that knows what is wrong says it in one sentence, and that
 * is all the person gets; anything longer is shown as it came, under our own sentence.
 * @param {string} output what the program said @param {import('../say.mjs').Text2} otherwise
 */
export function refusalOf(output, otherwise) {
  const said = lastLines(output).trim()
  const isSentence = said !== '' && !said.includes('\n') && !said.startsWith('{')
  return isSentence ? new Refusal({ zh: said, en: said }) : new Refusal(otherwise, said)
}
