/** Where in a template a fault is. Lines and columns count from 1. */
export interface Place {
  file?: string
  line?: number
  column?: number
}

export interface Sentence {
  zh: string
  en: string
}

/** A fault of a template for its author: a sentence without its place, and the place. As a message both, in English. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault'
  constructor(
    readonly sentence: Sentence,
    readonly place: Place = {},
    /** Not the template is wrong but there is too much to draw. */
    readonly isTooLarge = false,
  ) {
    const { file, line } = place
    super([file, line && `line ${line}`, sentence.en].filter(Boolean).join(': '))
  }
}

/** Line and column of a character. */
export function placeAt(file: string, text: string, at: number): Place {
  const before = text.slice(0, at).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
