import { useTranslate } from 'react-admin'
import { useCallback } from 'react'
import type { AppMessage } from './appZh'

/** The console's own texts; a key that no pack has is a type error. */
export function useT() {
  const translate = useTranslate()
  return useCallback(
    (key: AppMessage, args?: Record<string, string | number>) => translate(`app.${key}`, args),
    [translate],
  )
}
