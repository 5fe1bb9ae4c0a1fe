import Box from '@mui/material/Box'
import { StatusChip } from '../engine/fields/StatusChip'
import { choiceText } from '../engine/values/valueText'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'

/** The way of a job to paper; every other status is beside the way. */
const STEPS = ['queued', 'rendering', 'sending', 'accepted', 'printing', 'printed']

/** How far a job has come: the word for where it is, and a bar per step or, in place of them, why it does not go on. */
export function JobSteps({ job, why }: { job: Row; why?: string }) {
  const say = useText()
  const schema = useResourceSchema('print-jobs')
  const status = schema && fieldOf(schema.fields, 'status')
  if (!status) return null
  const label = choiceText(status, job.status, say)
  const tone = status.choices?.find((choice) => choice.value === job.status)?.tone ?? 'neutral'
  const at = STEPS.indexOf(String(job.status))
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box sx={{ width: 92, flex: 'none' }}>
        <StatusChip label={label} tone={tone} />
      </Box>
      {why ? (
        <Box
          title={why}
          sx={{
            minWidth: 0,
            color: 'warning.main',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {why}
        </Box>
      ) : at >= 0 ? (
        <Box role="img" aria-label={`${at + 1} / ${STEPS.length}`} sx={{ display: 'flex', gap: '3px' }}>
          {STEPS.map((step, index) => (
            <Box
              key={step}
              title={choiceText(status, step, say)}
              sx={{
                width: 14,
                height: 4,
                borderRadius: 1,
                bgcolor:
                  index <= at
                    ? job.status === 'printed'
                      ? 'success.main'
                      : 'primary.main'
                    : 'action.disabledBackground',
              }}
            />
          ))}
        </Box>
      ) : null}
    </Box>
  )
}
