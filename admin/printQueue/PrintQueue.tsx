import { ListPage } from '../engine/list/ListPage'
import type { ResourceSchema } from '../schema/types'
import { useIsPhone } from '../layout/useIsPhone'
import { JobCards } from './JobCards'
import { JobTable } from './JobTable'
import { PrinterCards } from './PrinterCards'

/** What is on its way to paper, under the printers that it goes to. It follows the server by itself. */
export default function PrintQueue({ resource }: { resource: ResourceSchema }) {
  const isPhone = useIsPhone()
  return (
    <ListPage resource={resource} head={<PrinterCards />}>
      {isPhone ? <JobCards resource={resource} /> : <JobTable resource={resource} />}
    </ListPage>
  )
}
