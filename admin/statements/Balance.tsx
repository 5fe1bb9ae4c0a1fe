import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import { FieldValue } from '../engine/fields/FieldValue'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { FieldSchema } from '../schema/types'
import { useText } from '../schema/useText'

export const SUMS = [
  { sign: '', name: 'opening' },
  { sign: '+', name: 'charges' },
  { sign: '−', name: 'received' },
  { sign: '=', name: 'closing' },
]

/** opening + charged − received = closing, as everybody checks a statement. */
export function Balance({ fields, statement }: { fields: FieldSchema[]; statement: Row }) {
  const say = useText()
  return (
    <Card sx={{ px: 2, py: 1.25, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1 }}>
      {SUMS.map(({ sign, name }) => {
        const field = fieldOf(fields, name)
        if (!field) return null
        const isClosing = name === 'closing'
        return (
          <Box key={name} sx={{ display: 'flex', alignItems: 'flex-end', gap: 2 }}>
            {sign ? <Box sx={{ fontSize: 18, color: 'text.secondary' }}>{sign}</Box> : null}
            <div>
              <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{say(field.label)}</Box>
              <Box sx={{ fontSize: 18, fontWeight: isClosing ? 600 : 400 }}>
                <FieldValue field={field} value={statement[name]} />
              </Box>
            </div>
          </Box>
        )
      })}
    </Card>
  )
}
