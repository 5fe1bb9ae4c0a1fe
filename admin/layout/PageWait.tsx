import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import { useTranslate } from 'react-admin'

/** Where a page will be. */
export function PageWait() {
  const translate = useTranslate()
  return (
    <Stack spacing={1} role="status" aria-label={translate('ra.page.loading')}>
      <Skeleton variant="rounded" width={240} height={32} />
      <Skeleton variant="rounded" height={120} />
      <Skeleton variant="rounded" height={320} />
    </Stack>
  )
}
