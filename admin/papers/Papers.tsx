import Box from '@mui/material/Box'
import { useGetList } from 'react-admin'
import { FieldValue } from '../engine/fields/FieldValue'
import { TitleCell } from '../engine/list/TitleCell'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { PaperJobs } from './PaperJobs'
import { PdfButton } from './PdfButton'

/** The papers of an order or a shipment: each with its archived PDF and where its prints are now. */
export function Papers({ filter }: { filter: Record<string, unknown> }) {
  const schema = useResourceSchema('documents')
  return schema ? <PaperList schema={schema} filter={filter} /> : null
}

function PaperList({ schema, filter }: { schema: ResourceSchema; filter: Record<string, unknown> }) {
  const t = useT()
  const say = useText()
  const { data = [], isPending } = useGetList<Row>('documents', {
    filter,
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  })
  return (
    <Panel title={say(schema.label)}>
      {data.length === 0 && !isPending ? (
        <Box sx={{ color: 'text.secondary' }}>{t('papers.none')}</Box>
      ) : null}
      {data.map((paper) => (
        <Paper key={paper.id} schema={schema} paper={paper} />
      ))}
    </Panel>
  )
}

function Paper({ schema, paper }: { schema: ResourceSchema; paper: Row }) {
  const kind = fieldOf(schema.fields, 'kind')
  const status = fieldOf(schema.fields, 'status')
  return (
    <Box sx={{ py: 0.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0 }}>
        {kind ? <FieldValue field={kind} value={paper.kind} dense /> : null}
        <Box
          sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          <TitleCell resource="documents" record={paper} />
        </Box>
        {paper.status !== 'issued' && status ? (
          <FieldValue field={status} value={paper.status} dense />
        ) : null}
        {paper.pdfSha256 ? <PdfButton documentId={paper.id} sx={{ flex: 'none', py: 0 }} /> : null}
      </Box>
      <PaperJobs documentId={paper.id} />
    </Box>
  )
}
