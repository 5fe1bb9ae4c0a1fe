import { lineColumns } from '../engine/lines/lineColumns'
import { LinesTable } from '../engine/lines/LinesTable'
import type { RecordToolProps } from '../engine/show/recordTools'
import { Panel } from '../layout/Panel'
import { fieldOf } from '../schema/fieldOf'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import { isObject } from '../schema/valueAt'
import { NotIssued } from './NotIssued'
import { OwnPaper } from './OwnPaper'
import { useOwnPapers } from './useOwnPapers'

const PAPER_WIDTH = 220

/** The papers of a set; beside one that is issued here, the document itself and how far its prints are. */
export function ExportItems({ resource, record: set }: RecordToolProps) {
  const say = useText()
  const lines = fieldOf(resource.fields, 'lines')
  const kind = fieldOf(lines?.fields ?? [], 'kind')
  const documents = useResourceSchema('documents')
  const rows = Array.isArray(set.lines) ? set.lines.filter(isObject) : []
  const kinds = [...new Set(rows.map((row) => row.kind).filter(Boolean))]
  const { papers, isPending } = useOwnPapers(set, documents ? kinds : [])
  if (!lines || !kind) return null
  const ownPapers = (row: Record<string, unknown>) => {
    if (!row.kind || !documents || isPending) return null
    const own = papers.filter((paper) => paper.kind === row.kind)
    if (own.length === 0) return <NotIssued set={set} kind={kind} value={row.kind} />
    return own.map((paper) => <OwnPaper key={paper.id} schema={documents} paper={paper} />)
  }
  return (
    <Panel title={say(lines.label)}>
      <LinesTable
        fields={lineColumns(lines).filter(({ name }) => name !== kind.name)}
        rows={rows}
        more={{ label: say(kind.label), width: PAPER_WIDTH, cell: ownPapers }}
      />
    </Panel>
  )
}
