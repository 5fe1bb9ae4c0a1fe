import Add from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { ValidationError } from 'react-admin'
import { useT } from '../../i18n/useT'
import { useShortcut } from '../../layout/shortcuts'
import type { Row } from '../../schema/row'
import type { FieldSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { isObject, valueAt } from '../../schema/valueAt'
import { columnWidth, MIN_FLEXIBLE_WIDTH } from '../values/columnWidth'
import { alignOf } from '../values/valueText'
import { isBlank, isEmptyLine, newLine } from './emptyLine'
import { LineGridRow } from './LineGridRow'
import { stackedSx } from './stackedSx'
import { useGridKeys } from './useGridKeys'

export interface LineGridProps {
  fields: FieldSchema[]
  /** Path of the lines in the form. */
  source: string
  label: string
  disabled?: boolean
  /** Values that the server computed for read-only cells, by line. */
  computed?: Record<string, unknown>[]
  /** A record was picked in a reference cell of a line. */
  onPick?: (line: number, field: FieldSchema, record: Row) => void
  /** Beside the button that adds a line. */
  tools?: ReactNode
}

/** Owned lines as a grid that is filled without leaving the keyboard. */
export function LineGrid({ fields, source, label, disabled, computed, onPick, tools }: LineGridProps) {
  const t = useT()
  const say = useText()
  const { control, getValues } = useFormContext()
  const { errors } = useFormState({ control, name: source })
  // The default key name is `id`, which is the name of the lines' own key.
  const lines = useFieldArray({ control, name: source, keyName: 'rowKey' })
  const { grid, onKeyDown, addAndFocus, focus } = useGridKeys({
    rows: lines.fields.length,
    columns: fields.filter((field) => !field.readOnly).length,
    addRow: () => lines.append(newLine(fields), { shouldFocus: false }),
    removeRow: (row) => lines.remove(row),
  })

  // Whoever has picked a record goes on with the first thing that is still wanted, such as the quantity.
  const goOn = (line: number, field: FieldSchema) => {
    // Whoever went elsewhere while the list was on its way stays there.
    if (document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row !== String(line)) return
    const writable = fields.filter(({ readOnly }) => !readOnly)
    const typed: unknown = getValues(`${source}.${line}`)
    const wanted = writable.findIndex(({ name, required }) => required && isBlank(valueAt(typed, name)))
    focus({ row: line, column: wanted < 0 ? writable.indexOf(field) + 1 : wanted })
  }
  const latest = useRef({ onPick, goOn, remove: lines.remove })
  useEffect(() => {
    latest.current = { onPick, goOn, remove: lines.remove }
  })
  const pick = useCallback<NonNullable<LineGridProps['onPick']>>((line, field, record) => {
    latest.current.onPick?.(line, field, record)
    latest.current.goOn(line, field)
  }, [])
  const remove = useCallback((line: number) => latest.current.remove(line), [])

  // The empty row under the last one is an offer, not an order line: it is dropped before the form is read.
  useEffect(() => {
    const form = grid.current?.closest('form')
    const dropEmpty = () => {
      const values: unknown = getValues(source)
      const rows = Array.isArray(values) ? values : []
      const empty = rows.flatMap((row: unknown, index) =>
        isObject(row) && isEmptyLine(fields, row) ? [index] : [],
      )
      if (empty.length > 0) lines.remove(empty)
    }
    form?.addEventListener('submit', dropEmpty, { capture: true })
    return () => form?.removeEventListener('submit', dropEmpty, { capture: true })
  }, [grid, getValues, source, fields, lines])

  const toEmptyLine = () => {
    const last: unknown = getValues(`${source}.${lines.fields.length - 1}`)
    if (isObject(last) && isEmptyLine(fields, last)) focus({ row: lines.fields.length - 1, column: 0 })
    else addAndFocus()
  }
  const minWidth = fields.reduce((sum, field) => sum + (columnWidth(field, say) ?? MIN_FLEXIBLE_WIDTH), 72)
  const message = valueAt(errors, `${source}.root.message`) ?? valueAt(errors, `${source}.message`)
  return (
    <Box>
      <Box sx={{ overflowX: 'auto' }}>
        <Table
          ref={grid}
          size="small"
          aria-label={label}
          onKeyDown={onKeyDown}
          sx={{
            ...stackedSx,
            tableLayout: 'fixed',
            minWidth: { xs: 0, sm: minWidth },
            '& td, & td.MuiTableCell-root': { px: 0.25, overflow: 'hidden', whiteSpace: 'nowrap' },
            '& td.MuiTableCell-root:first-of-type': { pl: 1 },
          }}
        >
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 36 }}>#</TableCell>
              {fields.map((field) => (
                <TableCell key={field.name} align={alignOf(field)} sx={{ width: columnWidth(field, say) }}>
                  {say(field.label)}
                  {field.required && !field.readOnly && field.kind !== 'boolean' ? (
                    <Box component="span" sx={{ color: 'error.main' }}>
                      {' '}
                      *
                    </Box>
                  ) : null}
                </TableCell>
              ))}
              <TableCell component="td" sx={{ width: 36 }} />
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.fields.map((line, index) => (
              <LineGridRow
                key={line.rowKey}
                {...{ fields, source, index, disabled }}
                computed={computed?.[index]}
                onPick={pick}
                onRemove={remove}
              />
            ))}
          </TableBody>
        </Table>
      </Box>
      {typeof message === 'string' ? (
        <FormHelperText error role="alert">
          <ValidationError error={message} />
        </FormHelperText>
      ) : null}
      {disabled ? null : (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 0.5 }}>
          <AddLine onAdd={toEmptyLine} />
          {tools}
          <Typography variant="caption" color="text.secondary" sx={{ display: { xs: 'none', sm: 'block' } }}>
            {t('lines.keys')}
          </Typography>
        </Box>
      )}
    </Box>
  )
}

/** From anywhere in the form to a line that is still empty. */
function AddLine({ onAdd }: { onAdd: () => void }) {
  const t = useT()
  useShortcut('mod+enter', 'shortcut.toLines', onAdd)
  return (
    <Button startIcon={<Add />} onClick={onAdd}>
      {t('lines.add')}
    </Button>
  )
}
