import { recordPage } from '../engine/show/recordPage'
import type { RecordToolProps } from '../engine/show/recordTools'
import { SubjectPage } from '../papers/SubjectPage'
import { ExportItems } from './ExportItems'

export default recordPage(ExportSetPage)

function ExportSetPage(props: RecordToolProps) {
  return (
    <SubjectPage {...props}>
      <ExportItems {...props} />
    </SubjectPage>
  )
}
