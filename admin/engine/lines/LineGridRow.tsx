import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { memo } from 'react'
import { useFormContext } from 'react-hook-form'
import { useT } from '../../i18n/useT'
import type { Row } from '../../schema/row'
import type { FieldSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { isObject } from '../../schema/valueAt'
import { FieldValue } from '../fields/FieldValue'
import { alignOf } from '../values/valueText'
import { LineCell } from './LineCell'
import { LineFaults } from './LineFaults'

interface LineGridRowProps {
  fields: FieldSchema[]
  source: string
  index: number
  disabled?: boolean
  computed?: Record<string, unknown>
  onPick?: (line: number, field: FieldSchema, record: Row) => void
  onRemove: (line: number) => void
}

function PlainRow({ fields, source, index, disabled, computed, onPick, onRemove }: LineGridRowProps) {
  const t = useT()
  const say = useText()
  const path = `${source}.${index}`
  const writable = fields.filter((field) => !field.readOnly)
  return (
    <>
      <TableRow>
        <TableCell sx={{ color: 'text.secondary', pl: 1 }}>{index + 1}</TableCell>
        {fields.map((field) =>
          field.readOnly ? (
            <TableCell key={field.name} align={alignOf(field)} data-label={say(field.label)}>
              <Box sx={{ px: 0.75, overflow: 'hidden', textOverflow: 'ellipsis' }}>
                <ComputedValue field={field} source={path} computed={computed} />
              </Box>
            </TableCell>
          ) : (
            <TableCell
              key={field.name}
              data-row={index}
              data-column={writable.indexOf(field)}
              data-label={say(field.label)}
              data-wide={field.kind === 'reference' || undefined}
            >
              <LineCell
                field={field}
                source={`${path}.${field.name}`}
                disabled={disabled}
                onPick={(record) => onPick?.(index, field, record)}
              />
            </TableCell>
          ),
        )}
        <TableCell align="center">
          {disabled ? null : (
            <IconButton
              size="small"
              tabIndex={-1}
              aria-label={`${t('lines.remove')} ${index + 1}`}
              onClick={() => onRemove(index)}
              sx={{ p: 0.25 }}
            >
              <Close sx={{ fontSize: 16 }} />
            </IconButton>
          )}
        </TableCell>
      </TableRow>
      <LineFaults fields={fields} source={path} />
    </>
  )
}

/** Typing in one line must not draw a hundred others again. */
export const LineGridRow = memo(PlainRow)

interface ComputedValueProps {
  field: FieldSchema
  source: string
  computed?: Record<string, unknown>
}

/** What the server computed now, or what it had stored. */
function ComputedValue({ field, source, computed }: ComputedValueProps) {
  const { getValues } = useFormContext()
  const stored: unknown = getValues(source)
  const value = computed ? computed[field.name] : isObject(stored) ? stored[field.name] : null
  return <FieldValue field={field} value={value} dense />
}
