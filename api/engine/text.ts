/** A sentence or label in both languages. */
export interface Text2 {
  zh: string
  en: string
}

export type Language = keyof Text2

/** The language of a reply: English when the browser asks for it first, Chinese otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
}

export const say = (zh: string, en: string): Text2 => ({ zh, en })
