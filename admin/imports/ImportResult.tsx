import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { ActionDialog } from '../engine/actions/ActionDialog'
import { useRunAction } from '../engine/actions/useRunAction'
import { listPath } from '../engine/listPath'
import { matches } from '../schema/matches'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import type { StepProps } from './MapColumns'
import { words } from './words'

/** What became of an import: the way to its records, and back. */
export function ImportResult({ resource, record, isMine }: StepProps) {
  const say = useText()
  const [isAsking, setAsking] = useState(false)
  const runAction = useRunAction(resource)
  const target = useResourceSchema(String(record.target))
  const undo = resource.actions.find((action) => action.name === 'undo' && matches(action.when, record))
  const isDone = record.status === 'done'
  // All records of an import bear the moment of its one transaction.
  const made = { createdAt_gte: record.importedAt, createdAt_lte: record.importedAt }
  return (
    <Stack spacing={1.5}>
      <Alert severity={isDone ? 'success' : 'info'}>
        {isDone ? say(words.done) : say(words.undone)}
        {isDone ? <b>{Number(record.recordCount ?? 0).toLocaleString()}</b> : null}
      </Alert>
      {typeof record.error === 'string' ? <Alert severity="error">{record.error}</Alert> : null}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {isDone && target ? (
          <Button variant="contained" component={Link} to={listPath(target, made)}>
            {say(words.see)}
          </Button>
        ) : null}
        <Button variant="outlined" component={Link} to={`/imports?target=${String(record.target)}`}>
          {say(words.another)}
        </Button>
        {undo && isMine ? (
          <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
            {say(undo.label)}
          </Button>
        ) : null}
      </Stack>
      {isAsking && undo ? (
        <ActionDialog
          action={undo}
          subject={String(record.fileName)}
          onRun={(input) => runAction(undo, record, input)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Stack>
  )
}
