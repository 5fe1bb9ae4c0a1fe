import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { isObject } from '../../schema/valueAt'
import { FieldValue, type FieldValueProps } from '../fields/FieldValue'
import { lineColumns } from '../lines/lineColumns'
import { LinesTable } from '../lines/LinesTable'

const WIDE = new Set(['lines', 'json', 'longtext'])

/** What needs the whole width: lines, long texts, stored data. Empty ones are left out. */
export function Sections({ resource, record }: { resource: ResourceSchema; record: Row }) {
  const say = useText()
  return resource.fields
    .filter(
      (field) => WIDE.has(field.kind) && record[field.name] !== null && record[field.name] !== undefined,
    )
    .map((field) => (
      <Card key={field.name} sx={{ p: 2 }}>
        <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
          {say(field.label)}
        </Typography>
        <Section field={field} value={record[field.name]} />
      </Card>
    ))
}

function Section({ field, value }: FieldValueProps) {
  if (field.kind !== 'lines') return <FieldValue field={field} value={value} />
  return <LinesTable fields={lineColumns(field)} rows={Array.isArray(value) ? value.filter(isObject) : []} />
}
