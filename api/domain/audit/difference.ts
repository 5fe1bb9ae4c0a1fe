import { say, type Language } from '../../engine/text.js'

/** `数量：1 → 2`; only the one value where the record was made or deleted; null where both are empty. */
export function difference(
  label: string,
  was: string | null,
  is: string | null,
  language: Language,
): string | null {
  if (!was && !is) return null
  const colon = language === 'zh' ? '：' : ': '
  const empty = say('（空）', '(empty)')[language]
  if (was === null || is === null) return `${label}${colon}${was ?? is ?? ''}`
  return `${label}${colon}${was || empty} → ${is || empty}`
}
