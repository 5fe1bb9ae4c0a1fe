import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { Link } from 'react-router-dom'
import { useText } from '../schema/useText'
import { CellErrors } from './CellErrors'
import type { StepProps } from './MapColumns'
import { useImportAction } from './useImportAction'
import { words } from './words'

/** What the check has found, and the ways on from there. */
export function CheckResult({ record, isMine, onRemap }: StepProps & { onRemap: () => void }) {
  const say = useText()
  const { run, isPending, fault } = useImportAction(record)
  const count = Number(record.errorCount ?? 0)
  const refusal = fault || (typeof record.error === 'string' ? record.error : '')
  return (
    <Stack spacing={1.5}>
      {record.status === 'ready' ? (
        <Alert severity="success">
          {say(words.ready)}
          <b>{Number(record.recordCount ?? 0).toLocaleString()}</b> {say(words.allOrNothing)}
        </Alert>
      ) : null}
      {record.status === 'faulty' ? (
        <Alert severity="error">
          <b>{count.toLocaleString()}</b> {say(words.faulty)}
          {count > 1000 ? ` ${say(words.firstOnly)}` : ''}
        </Alert>
      ) : null}
      {refusal ? <Alert severity="error">{refusal}</Alert> : null}
      {isMine ? (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          {record.status === 'ready' ? (
            <Button variant="contained" loading={isPending} onClick={() => void run('run')}>
              {say(words.import)}
            </Button>
          ) : null}
          <Button
            variant={record.status === 'ready' ? 'outlined' : 'contained'}
            component={Link}
            to={`/imports?target=${String(record.target)}`}
          >
            {say(words.another)}
          </Button>
          <Button variant="outlined" color="inherit" onClick={onRemap}>
            {say(words.remap)}
          </Button>
        </Stack>
      ) : (
        <Alert severity="info">{say(words.notYours)}</Alert>
      )}
      {record.status === 'faulty' ? <CellErrors record={record} /> : null}
    </Stack>
  )
}
