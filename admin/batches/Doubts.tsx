import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { useBulkPress } from '../engine/actions/useBulkPress'
import { useT } from '../i18n/useT'
import { useResourceSchema } from '../schema/schemaStore'
import type { Place } from './usePlaces'

type Outcome = 'printed' | 'print-again'

/** The sheets of which no machine knows whether they came out: decided here one by one, or all at once. */
export function Doubts({ places }: { places: Place[] }) {
  const t = useT()
  const schema = useResourceSchema('print-jobs')
  const { press, isPending } = useBulkPress('print-jobs', 'resolve')
  const decide = (ids: number[], outcome: Outcome) => press(ids, { outcome })
  const doubtful = places.filter(({ status }) => status === 'uncertain')
  if (doubtful.length === 0 || !schema?.actions.some(({ name }) => name === 'resolve')) return null
  const buttons = (ids: number[], out: string, again: string) => (
    <Stack direction="row" spacing={1} sx={{ flex: 'none' }}>
      <Button size="small" variant="outlined" disabled={isPending} onClick={() => decide(ids, 'printed')}>
        {out}
      </Button>
      <Button size="small" variant="outlined" disabled={isPending} onClick={() => decide(ids, 'print-again')}>
        {again}
      </Button>
    </Stack>
  )
  return (
    <Card sx={{ p: 1.5, borderLeft: 4, borderColor: 'error.main' }}>
      <Box sx={{ ...row, mb: 0.5 }}>
        <Box sx={{ flex: '1 1 240px', fontWeight: 600 }}>{t('batch.decide')}</Box>
        {doubtful.length > 1
          ? buttons(
              doubtful.map(({ id }) => id),
              t('batch.allOut'),
              t('batch.allAgain'),
            )
          : null}
      </Box>
      {doubtful.map((place) => (
        <Box key={place.id} sx={{ ...row, py: 0.5, borderTop: 1, borderColor: 'divider' }}>
          <Box component="b" sx={{ minWidth: 40 }}>
            {place.place === 0 ? t('batch.cover') : place.place}
          </Box>
          <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
            {place.title}
            <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
              {place.customerName}
            </Box>
          </Box>
          {buttons([place.id], t('batch.out'), t('batch.again'))}
        </Box>
      ))}
    </Card>
  )
}

const row = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 } as const
