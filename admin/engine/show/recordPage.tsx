import type { ComponentType } from 'react'
import { ShowBase, useRecordContext } from 'react-admin'
import { PageWait } from '../../layout/PageWait'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import type { RecordToolProps } from './recordTools'

/** The screen of one record from what draws it: reads the record of the address, and waits until it is there. */
export function recordPage(Page: ComponentType<RecordToolProps>) {
  return function RecordPage({ resource }: { resource: ResourceSchema }) {
    return (
      <ShowBase>
        <OfRecord resource={resource} Page={Page} />
      </ShowBase>
    )
  }
}

function OfRecord({ resource, Page }: { resource: ResourceSchema; Page: ComponentType<RecordToolProps> }) {
  const record = useRecordContext<Row>()
  return record ? <Page resource={resource} record={record} /> : <PageWait />
}
