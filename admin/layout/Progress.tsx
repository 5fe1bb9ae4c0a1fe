import LinearProgress from '@mui/material/LinearProgress'
import { useIsFetching, useIsMutating } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useT } from '../i18n/useT'

const PATIENCE_MS = 500

/** A line on top of the page while anything is under way for longer than a blink. */
export function Progress() {
  const t = useT()
  const isBusy = useIsFetching() + useIsMutating() > 0
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(isBusy), isBusy ? PATIENCE_MS : 0)
    return () => clearTimeout(timer)
  }, [isBusy])
  if (!isShown) return null
  return (
    <LinearProgress
      aria-label={t('busy')}
      sx={{ position: 'fixed', top: 44, left: 0, right: 0, height: 2, zIndex: 'appBar' }}
    />
  )
}
