import type { Text2 } from '../engine/text.js'

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''

/** The wording in the language of the terminal: Chinese under a Chinese locale, else English. */
export const worded = (text: Text2): string => text[locale.startsWith('zh') ? 'zh' : 'en']
