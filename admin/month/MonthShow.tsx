import Alert from '@mui/material/Alert'
import Card from '@mui/material/Card'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { ShowBase, useRecordContext } from 'react-admin'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { useT } from '../i18n/useT'
import { PageWait } from '../layout/PageWait'
import type { Row } from '../schema/row'
import type { FieldSchema, ResourceSchema } from '../schema/types'
import { megabytes } from './megabytes'
import { ZipButton } from './ZipButton'

export default function MonthShow({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase>
      <MonthPage resource={resource} />
    </ShowBase>
  )
}

const UNDER_WAY = new Set(['queued', 'making'])

/** A month for the auditor: how far it is, the file, and how to check it without this system. */
function MonthPage({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const month = useRecordContext<Row>()
  if (!month) return <PageWait />
  const percent = Number(month.progress ?? 0)
  return (
    <>
      <RecordHead resource={resource} record={month}>
        {month.status === 'ready' ? <ZipButton id={month.id} month={String(month.month)} /> : null}
      </RecordHead>
      <Stack spacing={1.5}>
        {UNDER_WAY.has(String(month.status)) ? (
          <Card sx={{ p: 2 }}>
            <Typography sx={{ mb: 1 }} role="status">
              {t('month.making', { percent, step: String(month.step ?? '') })}
            </Typography>
            <LinearProgress variant="determinate" value={percent} aria-label={t('month.progress')} />
          </Card>
        ) : null}
        {month.status === 'ready' ? (
          <Alert severity="info">
            {t('month.verify')} <code>node verify.mjs</code>
          </Alert>
        ) : null}
        {month.status === 'failed' ? <Alert severity="error">{t('month.failed')}</Alert> : null}
        <Card sx={{ p: 2 }}>
          <Facts fields={factsOf(resource.fields)} record={sized(month)} onlyKnown />
        </Card>
      </Stack>
    </>
  )
}

/** How far it is stands in its own bar, and nobody counts bytes. */
const factsOf = (fields: FieldSchema[]): FieldSchema[] =>
  fields
    .filter(({ name }) => name !== 'progress' && name !== 'step')
    .map((field) => (field.name === 'size' ? { ...field, kind: 'text' } : field))

const sized = (month: Row) => ({
  ...month,
  size: typeof month.size === 'number' ? megabytes(month.size) : null,
})
