import Alert from '@mui/material/Alert'
import { useText } from '../../schema/useText'
import type { FieldSchema } from '../../schema/types'
import type { Problem } from '../../providers/problem'
import { faultSentences } from './faultSentences'

interface ProblemAlertProps {
  problem: Problem | undefined
  fields: FieldSchema[]
  onClose?: () => void
}

/** A refusal, in the server's words, with each fault on a line of its own. */
export function ProblemAlert({ problem, fields, onClose }: ProblemAlertProps) {
  const say = useText()
  if (!problem) return null
  // The refusal of one field says itself what is wrong with it.
  const sentences = faultSentences(fields, problem.errors, say).filter(
    (text) => !text.endsWith(problem.message),
  )
  return (
    <Alert severity="error" onClose={onClose} sx={{ mb: 1, whiteSpace: 'pre-line' }}>
      {[problem.message, ...sentences].join('\n')}
    </Alert>
  )
}
