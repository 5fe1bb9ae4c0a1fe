import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/useT'
import type { FieldSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { FieldValue } from '../fields/FieldValue'
import { stackedRowsSx } from './stackedSx'
import { alignOf } from '../values/valueText'
import { columnWidth, MIN_FLEXIBLE_WIDTH } from '../values/columnWidth'
import { WideBox } from './WideBox'

const NUMBER_WIDTH = 40
const SHRINK = 0.86

export interface LinesTableProps {
  fields: FieldSchema[]
  rows: Record<string, unknown>[]
  /** What is wrong with a line, by the index of the line: shown under it. */
  faults?: Record<number, string>
  /** A last column that is drawn by hand. */
  more?: MoreColumn
}

export interface MoreColumn {
  label: string
  /** In px. */
  width: number
  cell: (row: Record<string, unknown>) => ReactNode
}

/** Owned lines, read only: numbered, of fixed widths, one line each. */
export function LinesTable({ fields, rows, faults = {}, more }: LinesTableProps) {
  const say = useText()
  const t = useT()
  if (rows.length === 0) return <Typography color="text.secondary">{t('lines.none')}</Typography>
  const widths = [...fields.map((field) => columnWidth(field, say)), ...(more ? [more.width] : [])]
  const total = widths.reduce<number>((sum, width) => sum + (width ?? MIN_FLEXIBLE_WIDTH), NUMBER_WIDTH)
  // Where no column is flexible, all share the window by their widths, and give up a little before it scrolls.
  const isShared = widths.every((width) => width !== undefined)
  const minWidth = isShared ? total * SHRINK : total
  const widthOf = (at: number) => (isShared ? `${((widths[at] ?? 0) / total) * 100}%` : widths[at])
  return (
    <WideBox>
      <Table
        size="small"
        sx={{
          ...stackedRowsSx,
          tableLayout: 'fixed',
          minWidth: { xs: 0, sm: minWidth },
          // A few narrow columns are not torn apart over a wide page.
          maxWidth: isShared ? Math.max(minWidth, total * 1.6) : undefined,
          '& td, & th': {
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: isShared ? `${(NUMBER_WIDTH / total) * 100}%` : NUMBER_WIDTH }}>
              #
            </TableCell>
            {fields.map((field, at) => (
              <TableCell key={field.name} align={alignOf(field)} sx={{ width: widthOf(at) }}>
                {say(field.label)}
              </TableCell>
            ))}
            {more ? <TableCell sx={{ width: widthOf(fields.length) }}>{more.label}</TableCell> : null}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <LineRow key={String(row.id ?? index)} {...{ fields, row, index, more }} fault={faults[index]} />
          ))}
        </TableBody>
      </Table>
    </WideBox>
  )
}

interface LineRowProps {
  fields: FieldSchema[]
  row: Record<string, unknown>
  index: number
  fault?: string
  more?: MoreColumn
}

/** Names need a whole line of a phone; numbers stand two by two. */
const isWide = (field: FieldSchema) =>
  field.kind === 'reference' || (field.kind === 'text' && field.width === undefined)

function LineRow({ fields, row, index, fault, more }: LineRowProps) {
  const say = useText()
  return (
    <>
      <TableRow sx={fault ? { '& td': { borderBottom: 0 } } : undefined}>
        <TableCell sx={{ color: 'text.secondary' }}>{index + 1}</TableCell>
        {fields.map((field) => (
          <TableCell
            key={field.name}
            align={alignOf(field)}
            data-label={say(field.label)}
            data-wide={isWide(field) || undefined}
          >
            <FieldValue field={field} value={row[field.name]} dense />
          </TableCell>
        ))}
        {more ? (
          <TableCell data-label={more.label} data-wide>
            {more.cell(row)}
          </TableCell>
        ) : null}
      </TableRow>
      {fault ? (
        <TableRow>
          <TableCell />
          <TableCell colSpan={fields.length + (more ? 1 : 0)} sx={{ color: 'error.main' }} role="alert">
            {fault}
          </TableCell>
        </TableRow>
      ) : null}
    </>
  )
}
