import type { SxProps } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { DataTable, type RaRecord } from 'react-admin'
import { EmptyList } from '../engine/list/EmptyList'
import { gridSx } from '../engine/list/gridSx'
import { SelectColumn } from '../engine/list/SelectColumn'
import { TitleCell } from '../engine/list/TitleCell'
import { FieldValue } from '../engine/fields/FieldValue'
import { alignOf } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { JobActions } from './JobActions'
import { JobSteps } from './JobSteps'
import { useReasons } from './useReasons'

/** The columns beside state and reason, and how wide. */
const facts: Record<string, number> = { printerId: 124, purpose: 64, requestedBy: 84, createdAt: 104 }

/** A small desk needs the room for the reason and for what can be done. */
const ONLY_WIDE = new Set(['purpose', 'requestedBy'])

const tinted = (job: Row): SxProps =>
  job.status === 'uncertain' ? { '& td': { bgcolor: 'rgba(231, 160, 60, 0.14)' } } : {}

/** One line a job: what it is, how far it is, why it waits, and what can be done about it. */
export function JobTable({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const reasons = useReasons()
  const isWide = useMediaQuery('(min-width: 1440px)', { noSsr: true })
  const names = Object.keys(facts).filter((name) => isWide || !ONLY_WIDE.has(name))
  const columns = fieldsOf(resource.fields, names)
  return (
    <DataTable
      rowClick="show"
      bulkActionButtons={false}
      empty={<EmptyList resource={resource} />}
      rowSx={(job: RaRecord) => tinted(job)}
      sx={gridSx(960)}
    >
      {resource.actions.some((action) => action.bulk) ? <SelectColumn /> : null}
      <DataTable.Col
        source={resource.title}
        width={188}
        render={(job: RaRecord) => <TitleCell resource={resource.name} record={job} />}
      />
      <DataTable.Col source="status" render={(job: RaRecord) => <JobSteps job={job} why={reasons(job)} />} />
      {columns.map(({ path, field }) => (
        <DataTable.Col
          key={path}
          source={path}
          align={alignOf(field)}
          disableSort={!field.sortable}
          width={facts[path]}
          render={(job: RaRecord) => <FieldValue field={field} value={(job as Row)[path]} dense />}
        />
      ))}
      <DataTable.Col
        label={t('queue.actions')}
        width={248}
        render={(job: RaRecord) => <JobActions resource={resource} job={job} />}
      />
    </DataTable>
  )
}
