import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useRecordContext } from 'react-admin'
import { fieldsOf } from '../../schema/fieldOf'
import { matches } from '../../schema/matches'
import type { Row } from '../../schema/row'
import type { FieldSchema, ResourceSchema } from '../../schema/types'
import { ReadOnlyWidget } from '../widgets/ReadOnlyWidget'
import { Widget } from '../widgets/Widget'

interface FormRowsProps {
  resource: ResourceSchema
  /** Rows in place of the declared ones. */
  rows?: (string | string[])[]
}

/** The declared rows of a form. What nobody can type is not asked for in a new record, and shown in an old one. */
export function FormRows({ resource, rows = resource.form }: FormRowsProps) {
  const record = useRecordContext<Row>()
  const isNew = record?.id === undefined
  return (
    <Stack spacing={1.5}>
      {rows.map((row) => {
        const names = typeof row === 'string' ? [row] : row
        const fields = fieldsOf(resource.fields, names).filter(({ field }) => !isNew || !field.readOnly)
        if (fields.length === 0) return null
        return (
          <Box
            key={names.join()}
            sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { md: columnsOf(fields) } }}
          >
            {fields.map(({ path, field }) => (
              <FormField key={path} path={path} field={field} record={record} />
            ))}
          </Box>
        )
      })}
    </Stack>
  )
}

/** Equal, but that a day with its hour needs more than a word. */
const columnsOf = (fields: { field: FieldSchema }[]) =>
  fields.map(({ field: { kind } }) => `minmax(0, ${kind === 'datetime' ? 1.5 : 1}fr)`).join(' ')

function FormField({ path, field, record }: { path: string; field: FieldSchema; record: Row | undefined }) {
  const isOld = record?.id !== undefined
  if (field.readOnly || (isOld && field.fixed)) return <ReadOnlyWidget field={field} source={path} />
  const isLocked = isOld && !matches(field.writableWhen, record)
  return <Widget field={field} source={path} disabled={isLocked} />
}
