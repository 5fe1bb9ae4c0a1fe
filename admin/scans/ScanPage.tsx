import { ListPage } from '../engine/list/ListPage'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { ScanDesk } from './ScanDesk'

/** The scanner's desk for those who handle papers, over what was scanned before. */
export default function ScanPage({ resource }: { resource: ResourceSchema }) {
  const copies = useResourceSchema('document-copies')
  const handlesPapers = copies?.actions.some(({ name }) => name === 'recall')
  return <ListPage resource={resource} head={handlesPapers ? <ScanDesk resource={resource} /> : null} />
}
