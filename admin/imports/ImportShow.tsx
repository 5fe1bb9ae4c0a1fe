import Step from '@mui/material/Step'
import StepLabel from '@mui/material/StepLabel'
import Stepper from '@mui/material/Stepper'
import Card from '@mui/material/Card'
import { useState } from 'react'
import { ShowBase, useRecordContext } from 'react-admin'
import { FieldValue } from '../engine/fields/FieldValue'
import { PageHead } from '../layout/PageHead'
import { PageWait } from '../layout/PageWait'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { CheckResult } from './CheckResult'
import { WORKING } from './importRecord'
import { ImportResult } from './ImportResult'
import { MapColumns } from './MapColumns'
import { Working } from './Working'
import { words } from './words'

/** How often the page asks by itself while the server works, besides being told. */
const ASK_EVERY_MS = 2000

/** One import, from the mapping of its columns to what became of it. */
export default function ImportShow({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase<Row>
      queryOptions={{
        refetchInterval: ({ state }) => (WORKING.includes(String(state.data?.status)) ? ASK_EVERY_MS : false),
      }}
    >
      <Steps resource={resource} />
    </ShowBase>
  )
}

const steps = [words.upload, words.map, words.check, words.import]
/** The step at which an import in that state is. */
const stepOf: Record<string, number> = { draft: 1, checking: 2, faulty: 2, ready: 3, running: 3, failed: 3 }

function Steps({ resource }: { resource: ResourceSchema }) {
  const say = useText()
  const record = useRecordContext<Row>()
  const [isRemapping, setRemapping] = useState(false)
  const user = useSchema()?.user
  if (!record) return <PageWait />
  const status = String(record.status)
  const isMapping = status === 'draft' || (isRemapping && ['faulty', 'ready', 'failed'].includes(status))
  const isMine = record.importedBy === user?.id
  const field = fieldOf(resource.fields, 'status')
  const target = fieldOf(resource.fields, 'target')
  return (
    <>
      <PageHead
        title={String(record.fileName)}
        resource={resource}
        mark={
          <>
            {target ? <FieldValue field={target} value={record.target} dense /> : null}
            {field ? <FieldValue field={field} value={status} dense /> : null}
          </>
        }
      />
      <Stepper activeStep={isMapping ? 1 : (stepOf[status] ?? steps.length)} sx={{ maxWidth: 720, my: 1.5 }}>
        {steps.map((step, at) => (
          <Step key={step.en}>
            <StepLabel error={at === 2 && status === 'faulty' && !isMapping}>{say(step)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Card sx={{ p: 2 }}>
        {isMapping ? (
          <MapColumns
            resource={resource}
            record={record}
            isMine={isMine}
            onChecked={() => setRemapping(false)}
          />
        ) : WORKING.includes(status) ? (
          <Working record={record} />
        ) : status === 'faulty' || status === 'ready' || status === 'failed' ? (
          <CheckResult
            resource={resource}
            record={record}
            isMine={isMine}
            onRemap={() => setRemapping(true)}
          />
        ) : (
          <ImportResult resource={resource} record={record} isMine={isMine} />
        )}
      </Card>
    </>
  )
}
