import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import TextField from '@mui/material/TextField'
import { useRef, useState } from 'react'
import { codecs } from '../engine/values/codecs'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import { useCount, type Counted } from './useCount'

/** The scanner's field keeps the focus, so that the next code goes into it; under it stands what the last one came to. */
export function CountDesk({ stocktake }: { stocktake: Row }) {
  const t = useT()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [quantity, setQuantity] = useState('1')
  const { told, isPending, count } = useCount(stocktake.id)
  const each = String(codecs.quantity?.parse(quantity) ?? '1')
  const take = (code: string, addMissing = false) => {
    setTyped('')
    field.current?.focus()
    if (code.trim()) count(code.trim(), each, addMissing)
  }
  return (
    <Card sx={{ p: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1.5, mb: 1.5 }}>
        <TextField
          label={t('count.quantity')}
          value={quantity}
          onChange={(event) => setQuantity(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => setQuantity(each)}
          slotProps={{
            htmlInput: { inputMode: 'decimal', autoComplete: 'off', style: { textAlign: 'right' } },
          }}
          sx={{ flex: 'none', width: 96 }}
        />
        <TextField
          autoFocus
          fullWidth
          inputRef={field}
          label={t('count.field')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            take(typed)
          }}
          slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false } }}
        />
      </Box>
      <Verdict told={told} isPending={isPending} onAdd={(code) => take(code, true)} />
    </Card>
  )
}

interface VerdictProps {
  told: Counted | undefined
  isPending: boolean
  onAdd: (code: string) => void
}

/** What the newest scan came to; a product that is not on the sheet can be put there. */
function Verdict({ told, isPending, onAdd }: VerdictProps) {
  const t = useT()
  const { line, refused } = told ?? {}
  const name = line ? [line.productCode, line.name, line.spec].filter(Boolean).join(' ') : ''
  return (
    <Alert
      severity={refused ? 'error' : line ? 'success' : 'info'}
      role="status"
      aria-live="assertive"
      sx={{ fontSize: 16, alignItems: 'center', opacity: isPending ? 0.6 : 1 }}
      action={
        told && refused ? (
          <Button color="inherit" size="small" onClick={() => onAdd(told.code)}>
            {t('count.addMissing')}
          </Button>
        ) : null
      }
    >
      {refused ?? (line ? t('count.done', { name, counted: String(line.counted) }) : t('count.ready'))}
    </Alert>
  )
}
