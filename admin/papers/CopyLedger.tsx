import Box from '@mui/material/Box'
import { useState } from 'react'
import { ActionBar } from '../engine/actions/ActionBar'
import { ProblemAlert } from '../engine/actions/ProblemAlert'
import { Facts } from '../engine/show/Facts'
import { FieldValue } from '../engine/fields/FieldValue'
import { TitleCell } from '../engine/list/TitleCell'
import { useT } from '../i18n/useT'
import type { Problem } from '../providers/problem'
import { fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { AttachmentButtons } from './AttachmentButtons'
import { PrintLine } from './PrintLine'

const marks = ['color', 'validity', 'evidence', 'returnStatus']
const facts = [
  'receiver',
  'showsPrice',
  'seenAt',
  'seenBy',
  'location',
  'dueOn',
  'returnedAt',
  'returnedBy',
  'recalledAt',
  'recalledBy',
  'note',
  'code',
  'contentHash',
]

interface CopyLedgerProps {
  schema: ResourceSchema
  copy: Row
  /** Its print jobs, the oldest first; undefined for those who may not see any. */
  jobs: Row[] | undefined
}

/** One copy: what it is, whether it holds, where it was seen, and every print of it. */
export function CopyLedger({ schema, copy, jobs }: CopyLedgerProps) {
  const t = useT()
  const [problem, setProblem] = useState<Problem>()
  return (
    <Box sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Box sx={{ fontWeight: 600 }}>
          {String(copy.copyNo)}. <TitleCell resource={schema.name} record={copy} />
        </Box>
        {fieldsOf(schema.fields, marks).map(({ field }) => (
          <FieldValue key={field.name} field={field} value={copy[field.name]} dense />
        ))}
        <Box sx={{ flex: 1 }} />
        {copy.mustReturn === true ? (
          <AttachmentButtons copy={copy} canAttach={schema.actions.some(({ name }) => name === 'returned')} />
        ) : null}
        <ActionBar resource={schema} record={copy} isQuiet onProblem={setProblem} />
      </Box>
      <ProblemAlert problem={problem} fields={schema.fields} onClose={() => setProblem(undefined)} />
      <Facts
        fields={fieldsOf(schema.fields, facts).map(({ field }) => field)}
        record={copy}
        minWidth={150}
        onlyKnown
      />
      {jobs ? (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.5, p: 0 }}>
          {jobs.map((job) => (
            <PrintLine key={job.id} job={job} />
          ))}
          {jobs.length === 0 ? <li>{t('papers.noPrints')}</li> : null}
        </Box>
      ) : null}
    </Box>
  )
}
