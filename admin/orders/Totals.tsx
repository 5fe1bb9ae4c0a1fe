import Box from '@mui/material/Box'
import { FieldValue } from '../engine/fields/FieldValue'
import { fieldsOf } from '../schema/fieldOf'
import type { FieldSchema } from '../schema/types'
import { useText } from '../schema/useText'

interface TotalsProps {
  fields: FieldSchema[]
  order: Record<string, unknown> | undefined
  isPending?: boolean
  note?: string
}

const SUMS = ['netAmount', 'taxAmount', 'grossAmount']

/** Set like the foot of a bill: net, tax, the sum under a rule, and the sum in words. */
export function Totals({ fields, order, isPending, note }: TotalsProps) {
  const say = useText()
  return (
    <Box aria-live="polite" aria-busy={isPending}>
      {fieldsOf(fields, SUMS).map(({ field }) => {
        const isSum = field.name === 'grossAmount'
        return (
          <Box
            key={field.name}
            sx={{
              display: 'flex',
              justifyContent: 'space-between',
              alignItems: 'baseline',
              py: 0.25,
              ...(isSum ? { borderTop: 1, borderColor: 'divider', mt: 0.5, pt: 0.5, fontWeight: 600 } : {}),
            }}
          >
            <span>{say(field.label)}</span>
            <Box component="span" sx={isSum ? { fontSize: 18 } : undefined}>
              <FieldValue field={field} value={order?.[field.name]} />
            </Box>
          </Box>
        )
      })}
      {fieldsOf(fields, ['grossInWords']).map(({ field }) => (
        <Box
          key={field.name}
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, color: 'text.secondary' }}
        >
          <span style={{ flex: 'none' }}>{say(field.label)}</span>
          <Box component="span" sx={{ textAlign: 'right', color: 'text.primary' }}>
            <FieldValue field={field} value={order?.[field.name]} />
          </Box>
        </Box>
      ))}
      {note ? <Box sx={{ color: 'warning.main', fontSize: 12 }}>{note}</Box> : null}
    </Box>
  )
}
