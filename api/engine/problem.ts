import type { Context } from './context.js'
import type { Language, Text2 } from './text.js'

/** Texts at the fields they speak of; `lines` hold one entry per line, `{}` where nothing is wrong. */
export type FieldErrors = { [field: string]: Text2 | FieldErrors | FieldErrors[] }

/** A refusal worded for its reader. Everything that a caller did wrong leaves the server as one of these. */
export class Problem extends Error {
  /** What is written down although everything else is taken back: that somebody tried, and with what. */
  leaves?: (context: Context) => Promise<unknown>

  constructor(
    readonly code: string,
    readonly status: number,
    readonly text: Text2,
    readonly errors?: FieldErrors,
    readonly retryAfterSeconds?: number,
  ) {
    super(text.en)
  }

  /** The body of style.md: `{code, message, errors}` in one language. */
  body(language: Language): { code: string; message: string; errors?: unknown } {
    return {
      code: this.code,
      message: this.text[language],
      ...(this.errors && { errors: inLanguage(this.errors, language) }),
    }
  }
}

function isText(node: unknown): node is Text2 {
  return typeof node === 'object' && node !== null && 'zh' in node && 'en' in node
}

function inLanguage(node: Text2 | FieldErrors | FieldErrors[], language: Language): unknown {
  if (Array.isArray(node)) return node.map((one) => inLanguage(one, language))
  if (isText(node)) return node[language]
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inLanguage(value, language)]))
}

/** Declares a kind of refusal: its code, its HTTP status and how it is worded. */
export function problem<P extends unknown[]>(
  code: string,
  status: number,
  words: (...details: P) => { zh: string; en: string; errors?: FieldErrors; retryAfterSeconds?: number },
) {
  return (...details: P): Problem => {
    const { zh, en, errors, retryAfterSeconds } = words(...details)
    return new Problem(code, status, { zh, en }, errors, retryAfterSeconds)
  }
}
