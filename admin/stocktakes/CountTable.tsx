import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { FieldValue } from '../engine/fields/FieldValue'
import { stackedRowsSx } from '../engine/lines/stackedSx'
import { columnWidth } from '../engine/values/columnWidth'
import { alignOf } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { FieldSchema, ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { CountCell } from './CountCell'
import { WideBox } from '../engine/lines/WideBox'

const columns = [
  'productCode',
  'name',
  'spec',
  'unit',
  'bookQuantity',
  'moved',
  'counted',
  'difference',
  'reason',
]
const WIDE = new Set(['name', 'reason'])

interface CountTableProps {
  schema: ResourceSchema
  lines: Row[]
  canCount: boolean
}

/** One line a product; while counting, Enter in a count goes on to the next one. Columns that are empty everywhere are left out. */
export function CountTable({ schema, lines, canCount }: CountTableProps) {
  const t = useT()
  const say = useText()
  if (lines.length === 0) return <Typography color="text.secondary">{t('count.none')}</Typography>
  const canReason = schema.can.update
  const fields = fieldsOf(schema.fields, columns)
    .map(({ field }) => field)
    .filter(
      ({ name }) =>
        (name === 'counted' && canCount) ||
        (name === 'reason' && canReason && lines.some((line) => line.difference !== null)) ||
        lines.some((line) => line[name] !== null),
    )
  return (
    <WideBox>
      <Table size="small" sx={{ ...stackedRowsSx, '& td': { overflowWrap: 'anywhere' } }}>
        <TableHead>
          <TableRow>
            {fields.map((field) => (
              <TableCell key={field.name} align={alignOf(field)} sx={{ width: columnWidth(field, say) }}>
                {say(field.label)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.id}>
              {fields.map((field) => (
                <TableCell
                  key={field.name}
                  align={alignOf(field)}
                  data-label={say(field.label)}
                  data-wide={WIDE.has(field.name) || undefined}
                  sx={{ color: toneOf(field, line) }}
                >
                  {(field.name === 'counted' && canCount) ||
                  (field.name === 'reason' &&
                    canReason &&
                    line.difference !== null &&
                    line.difference !== '0') ? (
                    <CountCell field={field} line={line} />
                  ) : (
                    <FieldValue field={field} value={line[field.name]} dense />
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </WideBox>
  )
}

function toneOf({ name }: FieldSchema, line: Row): string | undefined {
  const difference = Number(line.difference ?? 0)
  if (name !== 'difference' || difference === 0) return undefined
  return difference < 0 ? 'error.main' : 'success.main'
}
