import { useGetList, type Identifier } from 'react-admin'
import { LinesTable } from '../engine/lines/LinesTable'
import { Panel } from '../layout/Panel'
import { fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'

const columns = ['copyNo', 'name', 'color', 'receiver', 'showsPrice', 'contentHash']

/** The copies of a document. Equal hashes say that their content is equal. */
export function Copies({ documentId }: { documentId: Identifier }) {
  const schema = useResourceSchema('document-copies')
  return schema ? <CopyTable schema={schema} documentId={documentId} /> : null
}

function CopyTable({ schema, documentId }: { schema: ResourceSchema; documentId: Identifier }) {
  const say = useText()
  const { data = [] } = useGetList<Row>(schema.name, {
    filter: { documentId },
    sort: { field: 'id', order: 'ASC' },
    pagination: { page: 1, perPage: 50 },
  })
  return (
    <Panel title={say(schema.label)}>
      <LinesTable fields={fieldsOf(schema.fields, columns).map(({ field }) => field)} rows={data} />
    </Panel>
  )
}
