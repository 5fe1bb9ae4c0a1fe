import Box from '@mui/material/Box'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { fieldOf } from '../schema/fieldOf'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import { toneColor } from '../theme/tones'
import type { Place } from './usePlaces'

/** A cell for every place, in the order of the paper: what it is, how far it is, and what was really observed. */
export function PlaceGrid({ places }: { places: Place[] }) {
  const t = useT()
  const createPath = useCreatePath()
  const words = useWords()
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 0.75,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(168px, 46%), 1fr))',
        maxHeight: '56vh',
        overflowY: 'auto',
      }}
    >
      {places.map((place) => {
        const { color, text } = words(place)
        return (
          <Box
            key={place.id}
            component={Link}
            to={createPath({ resource: 'print-jobs', type: 'show', id: place.id })}
            title={[place.title, place.customerName, text].filter(Boolean).join(' · ')}
            sx={{
              display: 'grid',
              gridTemplateColumns: 'auto minmax(0, 1fr)',
              columnGap: 0.75,
              px: 0.75,
              py: 0.5,
              border: 1,
              borderLeft: 4,
              borderColor: 'divider',
              borderLeftColor: color,
              borderRadius: 0.5,
              color: 'text.primary',
              textDecoration: 'none',
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            <Box component="b" sx={{ minWidth: 28, fontVariantNumeric: 'tabular-nums' }}>
              {place.place === 0 ? t('batch.cover') : place.place}
            </Box>
            <Box sx={{ color, textAlign: 'right', ...cut }}>{text}</Box>
            <Box sx={{ gridColumn: '1 / -1', fontSize: 12, color: 'text.secondary' }}>{place.name}</Box>
          </Box>
        )
      })}
    </Box>
  )
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

/** A printed sheet says how that is known; any other says its state, and why it waits. */
function useWords() {
  const t = useT()
  const say = useText()
  const schema = useResourceSchema('print-jobs')
  const choice = (name: string, value: string) =>
    (schema ? fieldOf(schema.fields, name)?.choices : undefined)?.find((one) => one.value === value)
  return ({ status, evidence, reasons, possiblyIncomplete }: Place) => {
    const state = choice('status', status)
    const shown = status === 'printed' ? (choice('evidence', evidence) ?? state) : state
    const why = reasons.map((reason) => say(choice('reasons', reason)?.label) || reason)
    const text = [
      say(shown?.label) || status,
      ...(status === 'queued' ? [] : why),
      ...(possiblyIncomplete ? [t('batch.perhaps')] : []),
    ]
    const tone = possiblyIncomplete ? ('warning' as const) : (state?.tone ?? 'neutral')
    return { color: toneColor[tone], text: text.join(' · ') }
  }
}
