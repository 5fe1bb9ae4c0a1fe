import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Skeleton from '@mui/material/Skeleton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { listPath } from '../engine/listPath'
import { codecs } from '../engine/values/codecs'
import { useT } from '../i18n/useT'
import { useResourceSchema } from '../schema/schemaStore'
import { curvePoints } from './curvePoints'
import type { SalesDay } from './useFigures'

const SalesCurve = lazy(() => import('./SalesCurve'))

const WEEK = 7
const MONTH = 30
const NOT_CANCELLED = ['draft', 'submitted', 'confirmed', 'completed']

/** Turnover of the week or the month: the sum, the curve, and behind each day its orders. */
export function Sales({ days }: { days: SalesDay[] }) {
  const t = useT()
  const navigate = useNavigate()
  const orders = useResourceSchema('orders')
  const [length, setLength] = useState(WEEK)
  if (!orders || days.every((day) => day.orders === 0)) return null
  const points = curvePoints(days, length)
  const gross = points.reduce((sum, point) => sum + point.gross, 0)
  const count = points.reduce((sum, point) => sum + point.orders, 0)
  const between = (from: string, to: string) =>
    listPath(orders, { status: NOT_CANCELLED, createdAt_gte: from, createdAt_lte: to })
  const first = points[0]?.day ?? ''
  const last = points.at(-1)?.day ?? ''
  return (
    <Card component="section" aria-label={t('sales.title')} sx={{ p: 1.5, mb: 2.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5, mb: 1 }}>
        <Typography variant="h6" component="h2">
          {t('sales.title')}
        </Typography>
        <Box component={Link} to={between(first, last)} sx={{ fontSize: 18, fontWeight: 600 }}>
          {t('sales.sum', { gross: codecs.money?.text(gross) ?? '', count })}
        </Box>
        <Box sx={{ flex: 1 }} />
        <ToggleButtonGroup
          exclusive
          size="small"
          value={length}
          aria-label={t('sales.title')}
          onChange={(_event, next: number | null) => setLength(next ?? length)}
        >
          <ToggleButton value={WEEK} sx={{ py: 0.25 }}>
            {t('sales.week')}
          </ToggleButton>
          <ToggleButton value={MONTH} sx={{ py: 0.25 }}>
            {t('sales.month')}
          </ToggleButton>
        </ToggleButtonGroup>
      </Box>
      <Suspense fallback={<Skeleton variant="rounded" height={220} />}>
        <SalesCurve
          points={points}
          labels={{ now: t('sales.now'), before: t('sales.before') }}
          onDay={(day) => (day ? void navigate(between(day, day)) : undefined)}
        />
      </Suspense>
    </Card>
  )
}
