import Alert from '@mui/material/Alert'
import { valueText } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { fieldOf } from '../schema/fieldOf'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import type { Place } from './usePlaces'

const underway = new Set(['queued', 'rendering', 'sending', 'accepted', 'printing'])

/** What the batch waits for, said once for all its sheets, and that nobody has to count them. */
export function Waiting({ places }: { places: Place[] }) {
  const t = useT()
  const say = useText()
  const field = fieldOf(useResourceSchema('print-jobs')?.fields ?? [], 'reasons')
  const reasons = places.flatMap((place) => (underway.has(place.status) ? place.reasons : []))
  if (!field || reasons.length === 0) return null
  return (
    <Alert severity="warning" sx={{ mt: 1, py: 0 }}>
      {t('batch.waiting', { why: valueText(field, [...new Set(reasons)], say) })}
    </Alert>
  )
}
