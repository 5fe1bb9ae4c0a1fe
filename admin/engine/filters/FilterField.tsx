import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useEffect, useEffectEvent, useState } from 'react'
import { useT } from '../../i18n/useT'
import type { FieldSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { ReferenceBox } from '../reference/ReferenceBox'
import { codecs } from '../values/codecs'
import { valueText } from '../values/valueText'
import { DayRanges } from './DayRanges'

export interface FilterFieldProps {
  field: FieldSchema
  path: string
  value: (key: string) => unknown
  onChange: (changes: Record<string, unknown>) => void
}

/** The filter of a field by its kind: a range where the server can compare, else equality. */
export function FilterField(props: FilterFieldProps) {
  const { field, path, value, onChange } = props
  const say = useText()
  if (field.kind === 'reference')
    return (
      <ReferenceBox
        label={say(field.label)}
        resource={field.reference ?? ''}
        value={value(path)}
        onChange={(id) => onChange({ [path]: id })}
      />
    )
  if (field.kind === 'choice') return <ChoiceFilter {...props} />
  if (field.kind === 'boolean') return <BooleanFilter {...props} />
  if (field.operators.includes('gte') || field.operators.includes('lte')) return <RangeFilter {...props} />
  return (
    <TypedFilter
      field={field}
      label={say(field.label)}
      value={value(path)}
      onChange={(next) => onChange({ [path]: next })}
    />
  )
}

function ChoiceFilter({ field, path, value, onChange }: FilterFieldProps) {
  const say = useText()
  const current = value(path)
  const chosen: unknown[] = Array.isArray(current) ? current : current === undefined ? [] : [current]
  const many = field.operators.includes('in')
  return (
    <TextField
      select
      label={say(field.label)}
      value={many ? chosen : (chosen[0] ?? '')}
      onChange={(event) => onChange({ [path]: event.target.value })}
      slotProps={{ select: { multiple: many, renderValue: (values) => valueText(field, values, say) } }}
    >
      {many ? null : <MenuItem value="">—</MenuItem>}
      {(field.choices ?? []).map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {say(choice.label)}
        </MenuItem>
      ))}
    </TextField>
  )
}

function BooleanFilter({ field, path, value, onChange }: FilterFieldProps) {
  const say = useText()
  const current = value(path)
  return (
    <TextField
      select
      label={say(field.label)}
      value={typeof current === 'boolean' ? String(current) : ''}
      onChange={(event) =>
        onChange({ [path]: event.target.value === '' ? null : event.target.value === 'true' })
      }
    >
      <MenuItem value="">—</MenuItem>
      {[true, false].map((option) => (
        <MenuItem key={String(option)} value={String(option)}>
          {valueText(field, option, say)}
        </MenuItem>
      ))}
    </TextField>
  )
}

function RangeFilter(props: FilterFieldProps) {
  const { field, path, value, onChange } = props
  const say = useText()
  const t = useT()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}>
      {(['gte', 'lte'] as const).map((operator) => {
        const key = `${path}_${operator}`
        return (
          <TypedFilter
            key={key}
            field={field}
            label={`${say(field.label)} ${t(operator === 'gte' ? 'list.from' : 'list.to')}`}
            value={value(key)}
            onChange={(next) => onChange({ [key]: next })}
          />
        )
      })}
      {isDay(field) ? <DayRanges {...props} /> : null}
    </Box>
  )
}

const isDay = ({ kind }: FieldSchema) => kind === 'date' || kind === 'datetime'

interface TypedFilterProps {
  field: FieldSchema
  label: string
  value: unknown
  onChange: (value: unknown) => void
}

const DEBOUNCE_MS = 400

/** Dates, numbers and exact text. A number that cannot be read yet is not asked for. */
function TypedFilter({ field, label, value, onChange }: TypedFilterProps) {
  const codec = codecs[field.kind]
  const isDate = isDay(field)
  const [typed, setTyped] = useState<string>()
  const apply = (text: string) => {
    const parsed = codec ? codec.parse(text) : text
    if (parsed === null || parsed === '' || !codec || codec.isValid(parsed)) onChange(parsed)
  }
  const applyLatest = useEffectEvent(apply)
  useEffect(() => {
    if (typed === undefined) return undefined
    const timer = setTimeout(() => applyLatest(typed), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const shown = codec
    ? codec.text(value)
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : ''
  return (
    <TextField
      label={label}
      type={isDate ? 'date' : 'text'}
      value={typed ?? shown}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== undefined) apply(typed)
        setTyped(undefined)
      }}
      slotProps={isDate ? { inputLabel: { shrink: true } } : undefined}
    />
  )
}
