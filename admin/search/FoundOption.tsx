import Box from '@mui/material/Box'
import { hintOf } from '../engine/reference/hintOf'
import { useT } from '../i18n/useT'
import { recordChoice } from '../schema/recordTitle'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import { Icon } from '../theme/icons'

interface FoundOptionProps {
  id: string
  resource: string
  /** Undefined for the list of the resource. */
  record: Row | undefined
  isActive: boolean
  onTake: () => void
}

/** A record, or a page: what it is called, what else is known of it, and of what kind it is. */
export function FoundOption({ id, resource, record, isActive, onTake }: FoundOptionProps) {
  const t = useT()
  const say = useText()
  const schema = useResourceSchema(resource)
  if (!schema) return null
  const clipped = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
  return (
    <Box
      id={id}
      role="option"
      aria-selected={isActive}
      ref={(element: HTMLElement | null) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' })
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 2,
        minHeight: { xs: 44, sm: 34 },
        cursor: 'pointer',
        bgcolor: isActive ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
        '& svg': { opacity: 0.7, flex: 'none' },
      }}
    >
      <Icon name={schema.icon} />
      <Box sx={{ ...clipped, flex: '0 1 auto', fontWeight: 500 }}>
        {record ? recordChoice(resource, record) : say(schema.label)}
      </Box>
      <Box sx={{ ...clipped, flex: 1, color: 'text.secondary' }}>
        {record ? hintOf(schema, record, say, 3) : null}
      </Box>
      <Box sx={{ flex: 'none', fontSize: 12, color: 'text.secondary' }}>
        {record ? say(schema.label) : t('search.screens')}
      </Box>
    </Box>
  )
}
