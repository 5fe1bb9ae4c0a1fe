import { recordPage } from '../engine/show/recordPage'
import type { RecordToolProps } from '../engine/show/recordTools'
import { Sections } from '../engine/show/Sections'
import { SubjectPage } from '../papers/SubjectPage'
import { Balance, SUMS } from './Balance'

export default recordPage(StatementPage)

function StatementPage({ resource, record }: RecordToolProps) {
  const others = resource.fields.filter(({ name }) => !SUMS.some((sum) => sum.name === name))
  return (
    <SubjectPage resource={{ ...resource, fields: others }} record={record}>
      <Balance fields={resource.fields} statement={record} />
      <Sections resource={resource} record={record} />
    </SubjectPage>
  )
}
