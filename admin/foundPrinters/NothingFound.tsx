import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { EmptyList } from '../engine/list/EmptyList'
import { useFilters } from '../engine/filters/useFilters'
import { useT } from '../i18n/useT'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'

/** Why no printer shows up, and the way that always works. */
export function NothingFound({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const createPath = useCreatePath()
  const { values } = useFilters()
  const printers = useResourceSchema('printers')
  if (Object.keys(values).length > 0) return <EmptyList resource={resource} />
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'center', py: 6, px: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{t('found.none')}</Typography>
      <Typography
        component="ul"
        color="text.secondary"
        sx={{ m: 0, pl: 2.5, maxWidth: 560, display: 'grid', gap: 0.5 }}
      >
        <li>{t('found.hintPower')}</li>
        <li>{t('found.hintIpp')}</li>
        <li>{t('found.hintNetwork')}</li>
        <li>{t('found.hintSwitch')}</li>
      </Typography>
      {printers?.can.create ? (
        <Button
          variant="contained"
          component={Link}
          to={createPath({ resource: 'printers', type: 'create' })}
        >
          {t('found.byAddress')}
        </Button>
      ) : null}
    </Stack>
  )
}
