import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Pagination from '@mui/material/Pagination'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useGetList } from 'react-admin'
import { useT } from '../i18n/useT'
import { PageWait } from '../layout/PageWait'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { CountTable } from './CountTable'

const PER_PAGE = 50
const byCode = { field: 'productCode', order: 'ASC' } as const

interface CountLinesProps {
  stocktake: Row
  canCount: boolean
}

/** The lines of a stocktake, to be counted one under the other or looked through for differences. */
export function CountLines({ stocktake, canCount }: CountLinesProps) {
  const t = useT()
  const schema = useResourceSchema('stocktake-lines')
  const [shown, setShown] = useState('all')
  const [q, setQ] = useState('')
  const [page, setPage] = useState(1)
  const own = { stocktakeId: stocktake.id }
  const narrowed = {
    ...own,
    ...(q.trim() && { q: q.trim() }),
    ...(shown === 'uncounted' && { counted: null }),
    ...(shown === 'more' && { difference_gte: '0.0001' }),
    ...(shown === 'less' && { difference_lte: '-0.0001' }),
  }
  const { data, total = 0 } = useGetList<Row>('stocktake-lines', {
    filter: narrowed,
    sort: byCode,
    pagination: { page, perPage: PER_PAGE },
  })
  const { total: all = 0 } = useGetList('stocktake-lines', {
    filter: own,
    sort: byCode,
    pagination: { page: 1, perPage: 1 },
  })
  const { total: open = 0 } = useGetList('stocktake-lines', {
    filter: { ...own, counted: null },
    sort: byCode,
    pagination: { page: 1, perPage: 1 },
  })
  if (!schema) return null
  const narrow = (change: () => void) => {
    change()
    setPage(1)
  }
  return (
    <Card sx={{ p: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={shown}
          onChange={(_event, chosen: string | null) => narrow(() => setShown(chosen ?? shown))}
        >
          <ToggleButton value="all">{t('count.all')}</ToggleButton>
          <ToggleButton value="uncounted">{t('count.uncounted')}</ToggleButton>
          <ToggleButton value="less">{t('count.less')}</ToggleButton>
          <ToggleButton value="more">{t('count.more')}</ToggleButton>
        </ToggleButtonGroup>
        <TextField
          size="small"
          label={t('count.search')}
          value={q}
          onChange={(event) => narrow(() => setQ(event.target.value))}
          sx={{ flex: '1 1 160px', maxWidth: 280 }}
        />
        <Typography color="text.secondary" sx={{ ml: 'auto' }}>
          {t('count.progress', { done: all - open, total: all })}
        </Typography>
      </Box>
      {data ? <CountTable schema={schema} lines={data} canCount={canCount} /> : <PageWait />}
      {total > PER_PAGE ? (
        <Pagination
          sx={{ mt: 1 }}
          count={Math.ceil(total / PER_PAGE)}
          page={page}
          onChange={(_event, chosen) => setPage(chosen)}
        />
      ) : null}
    </Card>
  )
}
