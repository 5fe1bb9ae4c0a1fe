import { useLocale } from 'react-admin'
import { useCallback } from 'react'
import type { Text2 } from './types'

/** Picks the chosen language out of a published text. */
export function useText() {
  const locale = useLocale()
  return useCallback(
    (text: Text2 | undefined) => (text ? (locale === 'en' ? text.en : text.zh) : ''),
    [locale],
  )
}
