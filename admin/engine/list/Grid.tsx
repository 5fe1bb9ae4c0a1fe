import { useMemo } from 'react'
import { DataTable, type RaRecord } from 'react-admin'
import { fieldsOf } from '../../schema/fieldOf'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { valueAt } from '../../schema/valueAt'
import { FieldValue } from '../fields/FieldValue'
import { columnWidth, MIN_FLEXIBLE_WIDTH } from '../values/columnWidth'
import { alignOf } from '../values/valueText'
import { EmptyList } from './EmptyList'
import { gridSx } from './gridSx'
import { TitleCell } from './TitleCell'

const CHECKBOX_WIDTH = 40

/** The columns that the schema names, one line a record, of fixed widths so that nothing jumps from page to page. */
export function Grid({ resource }: { resource: ResourceSchema }) {
  const columns = useMemo(() => fieldsOf(resource.fields, resource.grid), [resource])
  const hasBulk = resource.can.delete || resource.actions.some((action) => action.bulk)
  const minWidth = columns.reduce(
    (sum, { field }) => sum + (columnWidth(field) ?? MIN_FLEXIBLE_WIDTH),
    hasBulk ? CHECKBOX_WIDTH : 0,
  )
  return (
    <DataTable
      rowClick="show"
      bulkActionButtons={hasBulk ? <></> : false}
      bulkActionsToolbar={<></>}
      empty={<EmptyList resource={resource} />}
      sx={gridSx(minWidth)}
    >
      {columns.map(({ path, field }) => (
        <DataTable.Col
          key={path}
          source={path}
          align={alignOf(field)}
          disableSort={!field.sortable}
          headerClassName={columnWidth(field) ? undefined : 'flexible'}
          width={columnWidth(field)}
          render={(record: RaRecord) => (
            <Cell isTitle={path === resource.title} resource={resource.name} {...{ path, field, record }} />
          )}
        />
      ))}
    </DataTable>
  )
}

interface CellProps {
  resource: string
  path: string
  field: ResourceSchema['fields'][number]
  record: Row
  isTitle: boolean
}

function Cell({ resource, path, field, record, isTitle }: CellProps) {
  if (isTitle) return <TitleCell resource={resource} record={record} />
  return <FieldValue field={field} value={valueAt(record, path)} dense />
}
