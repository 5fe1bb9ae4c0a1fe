import ContentCopy from '@mui/icons-material/ContentCopy'
import IconButton from '@mui/material/IconButton'
import { useNotify } from 'react-admin'
import { useT } from '../../i18n/useT'
import { copyText } from './copyText'
import type { FieldValueProps } from './FieldValue'

const SHOWN = 10

/** The first digits tell two hashes apart at a glance; the button copies the whole. */
export function HashValue({ value }: FieldValueProps) {
  const t = useT()
  const notify = useNotify()
  const text = String(value)
  const copy = async (event: React.MouseEvent) => {
    event.stopPropagation()
    await copyText(text)
    notify(t('copied'))
  }
  return (
    <span title={text} style={{ fontFamily: 'ui-monospace, Consolas, monospace', whiteSpace: 'nowrap' }}>
      {text.slice(0, SHOWN)}
      <IconButton
        size="small"
        aria-label={t('copy')}
        onClick={(event) => void copy(event)}
        sx={{ p: 0.25, ml: 0.25 }}
      >
        <ContentCopy sx={{ fontSize: 14 }} />
      </IconButton>
    </span>
  )
}
