import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import { useReference, type Identifier } from 'react-admin'
import { useT } from '../../i18n/useT'
import { recordTitle } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { valueText } from '../values/valueText'
import { activeFilters, type ActiveFilter } from './activeFilters'
import { useFilters, withoutFilter } from './useFilters'

const SIGN = { eq: '：', gte: ' ≥ ', lte: ' ≤ ' }

/** What the list is narrowed to, in words; each part can be taken away. */
export function FilterChips({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const { values, replace } = useFilters()
  const { id: chosen } = values
  return (
    <Box sx={{ display: 'flex', gap: 0.5, overflowX: 'auto', minWidth: 0 }}>
      {Array.isArray(chosen) ? (
        <Chip
          variant="outlined"
          label={t('list.chosen', { count: chosen.length })}
          onDelete={() => replace(withoutFilter(values, 'id'))}
        />
      ) : null}
      {activeFilters(resource, values).map((filter) => {
        const remove = () => replace(withoutFilter(values, filter.key))
        const { value } = filter
        return filter.field.reference && (typeof value === 'number' || typeof value === 'string') ? (
          <ReferenceChip
            key={filter.key}
            filter={filter}
            resource={filter.field.reference}
            id={value}
            onDelete={remove}
          />
        ) : (
          <FilterChip key={filter.key} filter={filter} onDelete={remove} />
        )
      })}
    </Box>
  )
}

interface FilterChipProps {
  filter: ActiveFilter
  text?: string
  onDelete: () => void
}

function FilterChip({ filter, text, onDelete }: FilterChipProps) {
  const say = useText()
  const { field, operator, value } = filter
  const label = `${say(field.label)}${SIGN[operator]}${text ?? valueText(field, value, say)}`
  return <Chip variant="outlined" label={label} title={label} onDelete={onDelete} sx={{ maxWidth: 280 }} />
}

function ReferenceChip({ resource, id, ...chip }: FilterChipProps & { resource: string; id: Identifier }) {
  const { referenceRecord } = useReference<Row>({ reference: resource, id })
  return <FilterChip {...chip} text={referenceRecord ? recordTitle(resource, referenceRecord) : `#${id}`} />
}
