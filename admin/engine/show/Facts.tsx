import Box from '@mui/material/Box'
import type { FieldSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { valueAt } from '../../schema/valueAt'
import { FieldValue } from '../fields/FieldValue'

interface FactsProps {
  fields: FieldSchema[]
  record: Record<string, unknown>
  minWidth?: number
  /** Leaves out what has no value. */
  onlyKnown?: boolean
}

const LONG = 40

const isLong = (field: FieldSchema, record: Record<string, unknown>) => {
  const value = valueAt(record, field.name)
  return field.kind === 'group' || (field.kind === 'text' && typeof value === 'string' && value.length > LONG)
}

/** Labels over values, in as many columns as fit. A dash stands where somebody could fill something in, and nowhere else. */
export function Facts({ fields, record, minWidth = 180, onlyKnown }: FactsProps) {
  const say = useText()
  const shown = fields.filter(
    ({ name, readOnly }) => (valueAt(record, name) ?? null) !== null || !(onlyKnown || readOnly),
  )
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        columnGap: { xs: 1.5, sm: 3 },
        rowGap: 1,
        gridTemplateColumns: {
          xs: 'repeat(2, minmax(0, 1fr))',
          sm: `repeat(auto-fill, minmax(${minWidth}px, 1fr))`,
        },
      }}
    >
      {shown.map((field) => (
        <Box
          key={field.name}
          sx={{ minWidth: 0, gridColumn: isLong(field, record) ? { xs: '1 / -1', sm: 'span 2' } : undefined }}
        >
          <Box component="dt" sx={{ fontSize: 12, color: 'text.secondary' }}>
            {say(field.label)}
          </Box>
          <Box component="dd" sx={{ m: 0, minHeight: 20, overflowWrap: 'anywhere' }}>
            <FieldValue field={field} value={valueAt(record, field.name)} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
