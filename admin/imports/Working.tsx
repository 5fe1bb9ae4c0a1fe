import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { Row } from '../schema/row'
import { useText } from '../schema/useText'
import { words } from './words'

/** From here on the records are being written, and how far that is cannot always be told. */
const WRITING = 50

/** What the server is doing, and how far it is. */
export function Working({ record }: { record: Row }) {
  const say = useText()
  const text = { checking: words.checking, running: words.running, undoing: words.undoing }[
    String(record.status)
  ]
  const progress = Number(record.progress)
  const isKnown = progress > 0 && !(record.status === 'running' && progress === WRITING)
  return (
    <div role="status">
      <Typography sx={{ mb: 1 }}>{say(text)}</Typography>
      <LinearProgress
        aria-label={say(text)}
        variant={isKnown ? 'determinate' : 'indeterminate'}
        {...(isKnown ? { value: progress } : {})}
      />
    </div>
  )
}
