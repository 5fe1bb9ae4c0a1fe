import type { Place } from './templateFault.js'

export type RenderErrorCode = 'template' | 'too-large' | 'render-timeout' | 'unavailable'

/**
 * Why there is no PDF.
 * `template`: this template with this data never gives one; a person must look at it.
 * `too-large`: it does not fit its paper, or has more pages than are printed.
 * `render-timeout`: it took too long twice; trying again later may help.
 * `unavailable`: nothing is wrong with the document, but there is no browser or no room in the queue now.
 */
export class RenderError extends Error {
  constructor(
    readonly code: RenderErrorCode,
    readonly detail: string,
    /** For the author of the template: the same in Chinese, and where. */
    readonly about: { zh?: string; place?: Place } = {},
  ) {
    super(`${code}: ${detail}`)
    this.name = 'RenderError'
  }
}
