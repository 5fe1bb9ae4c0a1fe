import type { Content } from '../protocol.js'
import { compile, composeSheets, type Sheet } from './composeHtml.js'
import { passHtml } from './passHtml.js'

/** Documents of one template in one page of HTML; `sheets` says how many each has there, 0 for one that is not in it. */
export interface Pass {
  html: string
  sheets: number[]
}

/**
 * Fills one template with the data of many documents. A document that cannot be filled is left out, and told about when
 * it is drawn alone. Answers null where the template cannot be drawn in one pass at all.
 */
export function composePass(contents: readonly Content[]): Pass | null {
  const [first] = contents
  if (!first) return null
  const fill = compile(first.template)
  const all: Sheet[] = []
  const sheets = contents.map((content) => {
    try {
      const own = composeSheets(content, fill)
      all.push(...own)
      return own.length
    } catch {
      return 0
    }
  })
  const html = passHtml(all)
  return html === null ? null : { html, sheets }
}
