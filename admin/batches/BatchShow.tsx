import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { recordPage } from '../engine/show/recordPage'
import type { RecordToolProps } from '../engine/show/recordTools'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import { fieldsOf } from '../schema/fieldOf'
import { useText } from '../schema/useText'
import { Doubts } from './Doubts'
import { PlaceGrid } from './PlaceGrid'
import { Progress } from './Progress'
import { Refused } from './Refused'
import { Waiting } from './Waiting'
import { usePlaces } from './usePlaces'

const facts = [
  'no',
  'documents',
  'copies',
  'collation',
  'printerIds',
  'requestedBy',
  'createdAt',
  'startedAt',
  'endedAt',
]

export default recordPage(BatchPage)

/** A batch at work: which sheets are on paper, said in a sentence and shown place by place. */
function BatchPage({ resource, record: batch }: RecordToolProps) {
  const t = useT()
  const say = useText()
  const { places, sentence } = usePlaces(batch?.id)
  return (
    <>
      <RecordHead resource={resource} record={batch} />
      <Stack spacing={1.5}>
        <Card sx={{ p: 1.5 }}>
          <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{t('batch.onPaper')}</Box>
          <Box aria-live="polite" sx={{ fontSize: 18, fontWeight: 600, mb: 1 }}>
            {say(sentence)}
          </Box>
          <Progress places={places} />
          <Waiting places={places} />
        </Card>
        <Doubts places={places} />
        <Refused batch={batch} />
        <Panel title={t('batch.places')}>
          <PlaceGrid places={places} />
        </Panel>
        <Card sx={{ p: 1.5 }}>
          <Facts
            fields={fieldsOf(resource.fields, facts).map(({ field }) => field)}
            record={batch}
            minWidth={150}
            onlyKnown
          />
        </Card>
      </Stack>
    </>
  )
}
