import TextField from '@mui/material/TextField'
import { useState, type KeyboardEvent } from 'react'
import { useUpdate } from 'react-admin'
import { codecs } from '../engine/values/codecs'
import { problemOf } from '../providers/problem'
import type { Row } from '../schema/row'
import type { FieldSchema } from '../schema/types'
import { useText } from '../schema/useText'

/** A count or a reason, typed in its place: stored when it is left, and Enter goes to the next line's. */
export function CountCell({ field, line }: { field: FieldSchema; line: Row }) {
  const say = useText()
  const [update] = useUpdate()
  const [typed, setTyped] = useState<string>()
  const [fault, setFault] = useState<string>()
  const stored = line[field.name]
  const codec = codecs[field.kind]
  const text = typed ?? (codec ? codec.text(stored) : String(stored ?? ''))

  const store = async () => {
    if (typed === undefined) return
    const value = codec ? codec.parse(typed) : typed.trim() || null
    if (value === stored) return setTyped(undefined)
    try {
      await update(
        'stocktake-lines',
        { id: line.id, data: { [field.name]: value }, previousData: line },
        { returnPromise: true, mutationMode: 'pessimistic' },
      )
      setTyped(undefined)
      setFault(undefined)
    } catch (error) {
      const { errors, message } = problemOf(error)
      const own = errors[field.name]
      setFault(typeof own === 'string' ? own : message)
    }
  }
  return (
    <TextField
      size="small"
      value={text}
      error={fault !== undefined}
      helperText={fault}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => void store()}
      onKeyDown={(event) => goOn(event, field.name)}
      slotProps={{
        htmlInput: {
          'data-column': field.name,
          'aria-label': `${String(line.productCode)} ${say(field.label)}`,
          autoComplete: 'off',
          inputMode: codec ? 'decimal' : 'text',
          enterKeyHint: 'next',
          style: codec ? { textAlign: 'right' } : {},
        },
      }}
      sx={{ width: codec ? 96 : '100%', minWidth: codec ? 0 : 120, '& input': { py: { xs: 1, sm: 0.25 } } }}
    />
  )
}

/** Enter and the arrows go along the column. */
function goOn(event: KeyboardEvent<HTMLElement>, column: string): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.nativeEvent.isComposing) return
  event.preventDefault()
  const cells = [...document.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`)]
  const next = cells[cells.findIndex((cell) => cell === event.target) + step]
  if (next) next.focus()
  else if (event.target instanceof HTMLElement) event.target.blur()
}
