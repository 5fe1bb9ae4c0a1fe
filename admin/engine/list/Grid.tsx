import { useMemo } from 'react'
import { DataTable, useStore, type RaRecord } from 'react-admin'
import { fieldsOf } from '../../schema/fieldOf'
import { hasNames } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'
import type { FieldSchema, ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { valueAt } from '../../schema/valueAt'
import { FieldValue } from '../fields/FieldValue'
import { columnWidth } from '../values/columnWidth'
import { alignOf } from '../values/valueText'
import { EmptyList } from './EmptyList'
import { gridSx } from './gridSx'
import { SelectColumn } from './SelectColumn'
import { TitleCell } from './TitleCell'

const CHECKBOX_WIDTH = 40
// What a column of names has at least before the table scrolls sideways.
const NAME_WIDTH = 128
const CODE_LENGTH = 30
const isName = (field: FieldSchema) =>
  (field.kind === 'text' && (field.maxLength ?? 0) > CODE_LENGTH) ||
  (field.kind === 'reference' && (field.width ?? Infinity) > NAME_WIDTH)

/**
 * The declared columns, one line a record, of fixed widths so that nothing jumps; any other field can be added. Codes,
 * numbers and states have the width that they need, names share the rest of the window.
 */
export function Grid({ resource }: { resource: ResourceSchema }) {
  const say = useText()
  const widthOf = (field: FieldSchema) => (isName(field) ? undefined : columnWidth(field, say))
  const columns = useMemo(() => columnsOf(resource), [resource])
  const hiddenAtFirst = useMemo(
    () => columns.map(({ path }) => path).filter((path) => !resource.grid.includes(path)),
    [columns, resource],
  )
  const [hidden] = useStore<string[]>(`${resource.name}.datatable`, hiddenAtFirst)
  const hasBulk = resource.can.delete || resource.actions.some((action) => action.bulk)
  const total = columns
    .filter(({ path }) => !hidden.includes(path))
    .reduce((sum, { field }) => sum + (widthOf(field) ?? NAME_WIDTH), hasBulk ? CHECKBOX_WIDTH : 0)
  return (
    <DataTable
      rowClick="show"
      hiddenColumns={hiddenAtFirst}
      bulkActionButtons={false}
      empty={<EmptyList resource={resource} />}
      sx={gridSx(total)}
    >
      {hasBulk ? <SelectColumn /> : null}
      {columns.map(({ path, field }) => (
        <DataTable.Col
          key={path}
          source={path}
          align={alignOf(field)}
          disableSort={!field.sortable}
          width={widthOf(field)}
          render={(record: RaRecord) => (
            <Cell
              isTitle={path === resource.title && hasNames(resource)}
              resource={resource.name}
              {...{ path, field, record }}
            />
          )}
        />
      ))}
    </DataTable>
  )
}

const WIDE = new Set(['lines', 'group', 'json', 'longtext'])

function columnsOf(resource: ResourceSchema) {
  const others = resource.fields.filter(
    (field) => !resource.grid.includes(field.name) && !WIDE.has(field.kind) && !field.secret,
  )
  return [
    ...fieldsOf(resource.fields, resource.grid),
    ...others.map((field) => ({ path: field.name, field })),
  ]
}

interface CellProps {
  resource: string
  path: string
  field: FieldSchema
  record: Row
  isTitle: boolean
}

function Cell({ resource, path, field, record, isTitle }: CellProps) {
  if (isTitle) return <TitleCell resource={resource} record={record} />
  return <FieldValue field={field} value={valueAt(record, path)} dense />
}
