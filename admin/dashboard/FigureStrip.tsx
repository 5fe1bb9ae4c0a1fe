import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import { Link } from 'react-router-dom'
import { listPath } from '../engine/listPath'
import type { AppMessage } from '../i18n/appZh'
import { useT } from '../i18n/useT'
import { useSchema } from '../schema/schemaStore'
import type { Figure } from './useFigures'

/** What a figure is called, and whether more than none of it is bad. */
const known: Record<string, { label: AppMessage; isBad?: boolean }> = {
  today: { label: 'figure.today' },
  late: { label: 'figure.late', isBad: true },
  short: { label: 'figure.short', isBad: true },
  toConfirm: { label: 'figure.toConfirm' },
  unconfirmed: { label: 'figure.unconfirmed', isBad: true },
  toShip: { label: 'figure.toShip' },
  queue: { label: 'figure.queue' },
  stuck: { label: 'figure.stuck', isBad: true },
  printersDown: { label: 'figure.printersDown', isBad: true },
}

/** The day in numbers; each leads to the records that it counts. */
export function FigureStrip({ figures }: { figures: Figure[] }) {
  const t = useT()
  const schema = useSchema()
  return (
    <Box
      component="section"
      aria-label={t('figure.title')}
      sx={{
        display: 'grid',
        gap: 1,
        mb: 2,
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(auto-fill, minmax(110px, 1fr))' },
      }}
    >
      {figures.map(({ name, resource: of, filter, count }) => {
        const told = known[name]
        const resource = schema?.resources.find((one) => one.name === of)
        if (!told || !resource) return null
        const color = count === 0 ? 'text.secondary' : told.isBad ? 'error.main' : 'primary.main'
        return (
          <Card
            key={name}
            component={Link}
            to={listPath(resource, filter)}
            sx={{
              px: 1,
              py: 1,
              textDecoration: 'none',
              '&, &:visited': { color: 'text.primary' },
              '&:hover': { borderColor: 'primary.main' },
            }}
          >
            <Box sx={{ color: 'text.secondary' }}>{t(told.label)}</Box>
            <Box sx={{ fontSize: 24, fontWeight: 600, lineHeight: 1.3, color }}>{count}</Box>
          </Card>
        )
      })}
    </Box>
  )
}
