import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import { useState } from 'react'
import { ActionBar } from '../engine/actions/ActionBar'
import { ProblemAlert } from '../engine/actions/ProblemAlert'
import { FieldValue } from '../engine/fields/FieldValue'
import { StatusChip } from '../engine/fields/StatusChip'
import { TitleCell } from '../engine/list/TitleCell'
import { valueText } from '../engine/values/valueText'
import { withoutTrust } from '../printers/withoutTrust'
import type { Problem } from '../providers/problem'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { usePrinters } from './usePrinters'

/** The printers in a row: what each is doing, why it stands still, and pause, resume, test page where allowed. */
export function PrinterCards() {
  const schema = useResourceSchema('printers')
  return schema ? <Printers schema={schema} /> : null
}

function Printers({ schema }: { schema: ResourceSchema }) {
  const printers = usePrinters()
  return (
    <Box sx={{ display: 'flex', gap: 1, overflowX: 'auto', flex: 'none', pb: 0.5 }}>
      {printers.map((printer) => (
        <PrinterCard key={printer.id} schema={schema} printer={printer} />
      ))}
    </Box>
  )
}

function PrinterCard({ schema, printer }: { schema: ResourceSchema; printer: Row }) {
  const say = useText()
  const [problem, setProblem] = useState<Problem>()
  const status = fieldOf(schema.fields, 'status')
  const paused = fieldOf(schema.fields, 'paused')
  const reasons = fieldOf(schema.fields, 'reasons')
  const why = reasons ? valueText(reasons, printer.reasons, say) : ''
  return (
    <Card
      sx={{
        px: 1.5,
        py: 1,
        flex: '0 0 auto',
        minWidth: 250,
        // Wide enough for all that can be done with it on a desk; on a phone the next card looks round the corner.
        maxWidth: { xs: '86vw', sm: 480 },
        '& .MuiButton-root': { whiteSpace: 'nowrap', px: 1 },
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <TitleCell resource={schema.name} record={printer} />
        {printer.paused === true && paused ? (
          <StatusChip label={say(paused.label)} tone="warning" />
        ) : status ? (
          <FieldValue field={status} value={printer.status} dense />
        ) : null}
      </Box>
      <Box
        title={why}
        sx={{
          minHeight: 20,
          color: 'warning.main',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {why}
      </Box>
      <ProblemAlert problem={problem} fields={schema.fields} onClose={() => setProblem(undefined)} />
      <ActionBar resource={withoutTrust(schema)} record={printer} onProblem={setProblem} isQuiet />
    </Card>
  )
}
