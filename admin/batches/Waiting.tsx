import Alert from '@mui/material/Alert'
import { useT } from '../i18n/useT'
import { useText } from '../schema/useText'
import { useChoiceOf } from './useChoiceOf'
import type { Place } from './usePlaces'

const underway = new Set(['queued', 'rendering', 'sending', 'accepted', 'printing'])

/** What the batch waits for, said once for all its sheets, and that nobody has to count them. */
export function Waiting({ places }: { places: Place[] }) {
  const t = useT()
  const say = useText()
  const choiceOf = useChoiceOf()
  const causes = [...new Set(places.flatMap(({ status, reasons }) => (underway.has(status) ? reasons : [])))]
  if (causes.length === 0) return null
  const why = causes.map((reason) => say(choiceOf('reasons', reason)?.label) || reason)
  return (
    <Alert severity="warning" sx={{ mt: 1, py: 0 }}>
      {t('batch.waiting', { why: why.join(t('batch.and')) })}
    </Alert>
  )
}
