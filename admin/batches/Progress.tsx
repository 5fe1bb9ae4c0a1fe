import Box from '@mui/material/Box'
import { fieldOf } from '../schema/fieldOf'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import { toneColor } from '../theme/tones'
import type { Place } from './usePlaces'

/** How many sheets are in which state: a bar of their shares, and the counts in words. */
export function Progress({ places }: { places: Place[] }) {
  const say = useText()
  const schema = useResourceSchema('print-jobs')
  const choices = (schema && fieldOf(schema.fields, 'status')?.choices) ?? []
  const sheets = places.filter(({ place }) => place > 0)
  const counted = choices
    .map(({ value, label, tone = 'neutral' as const }) => ({
      value,
      label: say(label),
      color: toneColor[tone],
      count: sheets.filter(({ status }) => status === value).length,
    }))
    .filter(({ count }) => count > 0)
  // What is done stands at the left, where a bar begins, and what has not begun at the right.
  const rank = (value: string) => (value === 'printed' ? 0 : value === 'queued' ? 2 : 1)
  const ordered = counted.toSorted((a, b) => rank(a.value) - rank(b.value))
  return (
    <>
      <Box
        aria-hidden
        sx={{ display: 'flex', height: 8, borderRadius: 1, overflow: 'hidden', bgcolor: 'action.hover' }}
      >
        {ordered.map(({ value, color, count }) => (
          <Box key={value} sx={{ flex: count, bgcolor: color, opacity: value === 'queued' ? 0.25 : 1 }} />
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 0.75 }}>
        {ordered.map(({ value, label, color, count }) => (
          <Box key={value} component="span" sx={{ color }}>
            {label} <b>{count}</b>
          </Box>
        ))}
      </Box>
    </>
  )
}
