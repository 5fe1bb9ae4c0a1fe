import Box from '@mui/material/Box'
import { useGetList } from 'react-admin'
import { FieldValue } from '../engine/fields/FieldValue'
import { TitleCell } from '../engine/list/TitleCell'
import { PdfButton } from '../papers/PdfButton'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'

/** A paper that was issued here: its number, whether it still holds, and how far it is on paper. */
export function OwnPaper({ schema, paper }: { schema: ResourceSchema; paper: Row }) {
  const kind = fieldOf(schema.fields, 'kind')
  const status = fieldOf(schema.fields, 'status')
  return (
    <Box sx={{ py: 0.25, lineHeight: '20px' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <TitleCell resource={schema.name} record={paper} />
        {paper.pdfSha256 ? <PdfButton documentId={paper.id} sx={{ flex: 'none', py: 0 }} /> : null}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: 12 }}>
        {kind ? <FieldValue field={kind} value={paper.kind} dense /> : null}
        {paper.status !== 'issued' && status ? (
          <FieldValue field={status} value={paper.status} dense />
        ) : (
          <OnPaper documentId={paper.id} />
        )}
      </Box>
    </Box>
  )
}

/** What is known of that copy of which least is known: all the others are at least as far. */
function OnPaper({ documentId }: { documentId: Row['id'] }) {
  const schema = useResourceSchema('document-copies')
  const evidence = schema && fieldOf(schema.fields, 'evidence')
  const { data: copies = [] } = useGetList<Row>(
    'document-copies',
    {
      filter: { documentId },
      sort: { field: 'id', order: 'ASC' },
      pagination: { page: 1, perPage: 100 },
    },
    { enabled: Boolean(schema) },
  )
  const levels = evidence?.choices?.map(({ value }) => value) ?? []
  const least = levels.find((level) => copies.some((copy) => copy.evidence === level))
  return evidence && least ? <FieldValue field={evidence} value={least} dense /> : null
}
