import Box from '@mui/material/Box'
import { useState, type ComponentType } from 'react'
import type { Row } from '../../schema/row'
import type { FieldKind } from '../../schema/types'
import { useText } from '../../schema/useText'
import { ComboboxList } from '../reference/ComboboxList'
import { useReferenceCombobox } from '../reference/useReferenceCombobox'
import { codecs } from '../values/codecs'
import { fromLocalInput, toLocalInput } from '../values/shanghaiTime'
import { useTypedText } from '../values/useTypedText'
import { alignOf } from '../values/valueText'
import { useFieldInput } from '../widgets/useFieldInput'
import type { WidgetProps } from '../widgets/WidgetProps'

export interface LineCellProps extends WidgetProps {
  /** Told which record was picked in a reference cell. */
  onPick?: (record: Row) => void
}

/** Input without a frame of its own: the cell of the table is its frame. */
const bare = {
  width: '100%',
  height: { xs: 40, sm: 28 },
  px: 0.75,
  border: '1px solid',
  borderColor: { xs: 'divider', sm: 'transparent' },
  borderRadius: 0.5,
  bgcolor: 'transparent',
  color: 'inherit',
  font: 'inherit',
  fontVariantNumeric: 'tabular-nums',
  '&:hover': { borderColor: 'divider' },
  '&:focus': { borderColor: 'primary.main', outline: '1px solid', outlineColor: 'primary.main' },
  '&[aria-invalid="true"]': { borderColor: 'error.main' },
  '&:disabled': { color: 'text.secondary' },
} as const

const useCell = (props: LineCellProps) => {
  const { value, setValue, shared } = useFieldInput(props)
  const { inputRef, error, disabled, label, onBlur } = shared
  return {
    value,
    setValue,
    onBlur,
    aria: { ref: inputRef, disabled, 'aria-label': label, 'aria-invalid': error },
  }
}

function TextCell(props: LineCellProps) {
  const { value, setValue, onBlur, aria } = useCell(props)
  const typed = useTypedText(codecs[props.field.kind], value, setValue)
  return (
    <Box
      component="input"
      autoComplete="off"
      {...aria}
      value={typed.text}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => typed.onType(event.target.value)}
      onFocus={(event: React.FocusEvent<HTMLInputElement>) => event.target.select()}
      onBlur={() => {
        typed.onLeave()
        onBlur()
      }}
      sx={{ ...bare, textAlign: alignOf(props.field) }}
    />
  )
}

function DateCell(props: LineCellProps) {
  const { value, setValue, onBlur, aria } = useCell(props)
  const isMoment = props.field.kind === 'datetime'
  const text = typeof value === 'string' ? value : ''
  return (
    <Box
      component="input"
      type={isMoment ? 'datetime-local' : 'date'}
      {...aria}
      value={isMoment ? toLocalInput(text) : text}
      onChange={({ target }: React.ChangeEvent<HTMLInputElement>) =>
        setValue(isMoment ? fromLocalInput(target.value) : target.value || null)
      }
      onBlur={onBlur}
      sx={bare}
    />
  )
}

function ChoiceCell(props: LineCellProps) {
  const say = useText()
  const { value, setValue, onBlur, aria } = useCell(props)
  return (
    <Box
      component="select"
      {...aria}
      value={typeof value === 'string' ? value : ''}
      onChange={(event: React.ChangeEvent<HTMLSelectElement>) => setValue(event.target.value || null)}
      onBlur={onBlur}
      sx={bare}
    >
      <option value="" />
      {(props.field.choices ?? []).map((choice) => (
        <option key={choice.value} value={choice.value}>
          {say(choice.label)}
        </option>
      ))}
    </Box>
  )
}

function BooleanCell(props: LineCellProps) {
  const { value, setValue, onBlur, aria } = useCell(props)
  return (
    <input
      type="checkbox"
      {...aria}
      checked={value === true}
      onChange={(event) => setValue(event.target.checked)}
      onBlur={onBlur}
    />
  )
}

function ReferenceCell(props: LineCellProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { value, setValue, onBlur, aria } = useCell(props)
  const resource = props.field.reference ?? ''
  const combobox = useReferenceCombobox({
    resource,
    value,
    onBlur,
    onChange: (id, record) => {
      setValue(id)
      if (record) props.onPick?.(record)
    },
  })
  const { ref, ...rest } = aria
  return (
    <div ref={setAnchor}>
      <Box component="input" {...rest} {...combobox.input} ref={ref} sx={bare} />
      <ComboboxList combobox={combobox} resource={resource} anchor={anchor} />
    </div>
  )
}

const cells: Partial<Record<FieldKind, ComponentType<LineCellProps>>> = {
  boolean: BooleanCell,
  choice: ChoiceCell,
  date: DateCell,
  datetime: DateCell,
  reference: ReferenceCell,
}

/** One cell of a line that is being typed in. */
export function LineCell(props: LineCellProps) {
  const Cell = cells[props.field.kind] ?? TextCell
  return <Cell {...props} />
}
