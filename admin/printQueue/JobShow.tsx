import { ShowRecord } from '../engine/show/ShowPage'
import { recordPage } from '../engine/show/recordPage'
import type { RecordToolProps } from '../engine/show/recordTools'
import { JobDialog } from './JobDialog'

export default recordPage(JobPage)

/** A job as the schema draws it, with the dialogs of the queue: it is checked by its paper here too. */
function JobPage({ resource, record: job }: RecordToolProps) {
  return (
    <ShowRecord
      // Its paper in millimetres is for print servers; the document names it.
      resource={{ ...resource, fields: resource.fields.filter(({ kind }) => kind !== 'json') }}
      record={job}
      dialogFor={(action, { run, close }) => (
        <JobDialog action={action} job={job} onRun={run} onClose={close} />
      )}
    />
  )
}
