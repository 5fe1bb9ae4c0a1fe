import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import { useGetMany, type Identifier } from 'react-admin'
import { recordTitle } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'
import { ReferenceBox } from './ReferenceBox'

interface ReferenceManyBoxProps {
  resource: string
  value: Identifier[]
  onChange: (ids: Identifier[]) => void
  onBlur?: () => void
  label: string
  error?: boolean
  helperText?: React.ReactNode
  required?: boolean
  disabled?: boolean
}

/** Several references: those chosen as chips, one more by typing. */
export function ReferenceManyBox({ resource, value, onChange, ...field }: ReferenceManyBoxProps) {
  const { data = [] } = useGetMany<Row>(resource, { ids: value }, { enabled: value.length > 0 })
  return (
    <Box>
      <ReferenceBox
        {...field}
        resource={resource}
        value={null}
        onChange={(id) => {
          if (id !== null && !value.includes(id)) onChange([...value, id])
        }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
        {value.map((id) => {
          const record = data.find((candidate) => candidate?.id === id)
          return (
            <Chip
              key={id}
              label={record ? recordTitle(resource, record) : `#${id}`}
              onDelete={field.disabled ? undefined : () => onChange(value.filter((other) => other !== id))}
            />
          )
        })}
      </Box>
    </Box>
  )
}
