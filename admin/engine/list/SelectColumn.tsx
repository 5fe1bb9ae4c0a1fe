import Checkbox from '@mui/material/Checkbox'
import TableCell from '@mui/material/TableCell'
import {
  SelectPageCheckbox,
  useDataTableCallbacksContext,
  useDataTableRenderContext,
  useDataTableSelectedIdsContext,
  useRecordContext,
  useResourceContext,
  useTranslate,
} from 'react-admin'
import { recordTitle } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'

/** The selection as a column: each box says which record it selects, which react-admin's own does not. */
export function SelectColumn() {
  const context = useDataTableRenderContext()
  if (context === 'header')
    return (
      <TableCell padding="checkbox" className="RaDataTable-headerCell">
        <SelectPageCheckbox />
      </TableCell>
    )
  return context === 'data' ? <SelectCell /> : null
}

function SelectCell() {
  const translate = useTranslate()
  const record = useRecordContext<Row>()
  const resource = useResourceContext() ?? ''
  const selectedIds = useDataTableSelectedIdsContext()
  const { handleToggleItem } = useDataTableCallbacksContext()
  if (!record || !handleToggleItem) return null
  return (
    <TableCell padding="checkbox" onClick={(event) => event.stopPropagation()}>
      <Checkbox
        checked={selectedIds?.includes(record.id) ?? false}
        onClick={(event) => handleToggleItem(record.id, event)}
        slotProps={{
          input: { 'aria-label': `${translate('ra.action.select_row')} ${recordTitle(resource, record)}` },
        }}
      />
    </TableCell>
  )
}
