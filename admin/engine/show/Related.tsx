import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useGetList } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../../i18n/useT'
import { listPath } from '../listPath'
import type { Row } from '../../schema/row'
import { useSchema } from '../../schema/schemaStore'
import type { FieldSchema, ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'

interface Relation {
  resource: ResourceSchema
  field: FieldSchema
}

const relationsTo = (resources: ResourceSchema[], name: string): Relation[] =>
  resources.flatMap((resource) =>
    resource.fields
      .filter((field) => field.kind === 'reference' && field.reference === name && field.filterable)
      .map((field) => ({ resource, field })),
  )

/** The records that point here, counted, with the way to their list: the orders of a customer, the moves of a product. */
export function Related({ resource, record }: { resource: ResourceSchema; record: Row }) {
  const t = useT()
  const relations = relationsTo(useSchema()?.resources ?? [], resource.name)
  if (relations.length === 0) return null
  return (
    <Card sx={{ p: 2 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
        {t('show.related')}
      </Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        {relations.map((relation) => (
          <RelatedCount
            key={`${relation.resource.name}.${relation.field.name}`}
            {...relation}
            id={record.id}
            isOnly={relations.filter((other) => other.resource === relation.resource).length === 1}
          />
        ))}
      </Stack>
    </Card>
  )
}

function RelatedCount({ resource, field, id, isOnly }: Relation & { id: Row['id']; isOnly: boolean }) {
  const say = useText()
  const filter = { [field.name]: id }
  const { total } = useGetList(resource.name, {
    pagination: { page: 1, perPage: 1 },
    sort: resource.sort,
    filter,
  })
  const name = isOnly ? say(resource.label) : `${say(resource.label)} · ${say(field.label)}`
  return (
    <Button
      component={Link}
      to={listPath(resource, filter)}
      variant="outlined"
      color="inherit"
      sx={{ borderColor: 'divider' }}
      disabled={total === 0}
    >
      {name} {total ?? '…'}
    </Button>
  )
}
