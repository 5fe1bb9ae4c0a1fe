import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { ShowBase, useRecordContext } from 'react-admin'
import { JsonValue } from '../engine/fields/JsonValue'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { useT } from '../i18n/useT'
import { PageWait } from '../layout/PageWait'
import { useIsPhone } from '../layout/useIsPhone'
import { fieldOf, fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { Copies } from './Copies'
import { PaperView } from './PaperView'
import { PdfButton } from './PdfButton'
import { Prints } from './Prints'

const facts = [
  'kind',
  'no',
  'revision',
  'customerName',
  'orderId',
  'shipmentId',
  'pages',
  'templateId',
  'contentHash',
  'pdfSha256',
  'issuedAt',
  'issuedBy',
  'voidReason',
]

export default function DocumentShow({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase>
      <DocumentPage resource={resource} />
    </ShowBase>
  )
}

/** An issued paper: the archived PDF, its copies, where they were printed, and the frozen data behind it. */
function DocumentPage({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  // Browsers of phones show no PDF inside a page; the button opens it there.
  const isPhone = useIsPhone()
  const paper = useRecordContext<Row>()
  if (!paper) return <PageWait />
  const data = fieldOf(resource.fields, 'data')
  return (
    <>
      <RecordHead resource={resource} record={paper}>
        {paper.pdfSha256 ? <PdfButton documentId={paper.id} variant="contained" /> : null}
      </RecordHead>
      <Stack spacing={1.5}>
        <Card sx={{ p: 2 }}>
          <Facts
            fields={fieldsOf(resource.fields, facts).map(({ field }) => field)}
            record={paper}
            onlyKnown
          />
        </Card>
        {paper.pdfSha256 && !isPhone ? <PaperView documentId={paper.id} /> : null}
        <Copies documentId={paper.id} />
        <Prints documentId={paper.id} />
        {data && paper.data ? (
          <Card sx={{ p: 2 }}>
            <Box component="details">
              <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600 }}>
                {t('papers.data')}
              </Box>
              <JsonValue field={data} value={paper.data} />
            </Box>
          </Card>
        ) : null}
      </Stack>
    </>
  )
}
