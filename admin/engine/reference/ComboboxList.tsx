import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Popper from '@mui/material/Popper'
import Typography from '@mui/material/Typography'
import { useT } from '../../i18n/useT'
import { recordTitle } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'
import { useResourceSchema } from '../../schema/schemaStore'
import { useText } from '../../schema/useText'
import { hintOf } from './hintOf'
import type { Combobox } from './useReferenceCombobox'

interface ComboboxListProps {
  combobox: Combobox
  resource: string
  anchor: HTMLElement | null
}

/** The list under a reference input: code, title, and a third column that tells namesakes apart. */
export function ComboboxList({ combobox, resource, anchor }: ComboboxListProps) {
  const t = useT()
  const { isOpen, isLoading, options, activeIndex, listId, take } = combobox
  return (
    <Popper open={isOpen} anchorEl={anchor} placement="bottom-start" sx={{ zIndex: 'tooltip' }}>
      <Paper
        elevation={6}
        sx={{ minWidth: Math.max(anchor?.clientWidth ?? 0, 280), maxWidth: 560, mt: 0.25 }}
      >
        <Box id={listId} role="listbox" sx={{ maxHeight: 300, overflowY: 'auto', py: 0.5 }}>
          {options.map((record, index) => (
            <Option
              key={record.id}
              id={`${listId}-${index}`}
              {...{ resource, record }}
              isActive={index === activeIndex}
              onTake={() => take(record)}
            />
          ))}
        </Box>
        {options.length === 0 ? (
          <Typography variant="body2" color="text.secondary" sx={{ px: 1.5, pb: 1 }}>
            {t(isLoading ? 'reference.searching' : 'reference.none')}
          </Typography>
        ) : null}
      </Paper>
    </Popper>
  )
}

interface OptionProps {
  id: string
  resource: string
  record: Row
  isActive: boolean
  onTake: () => void
}

function Option({ id, resource, record, isActive, onTake }: OptionProps) {
  const code = typeof record.code === 'string' ? record.code : undefined
  return (
    <Box
      id={id}
      role="option"
      aria-selected={isActive}
      ref={(element: HTMLElement | null) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' })
      }}
      // The input must keep the focus, or its blur would close the list before the click arrives.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
      sx={{
        display: 'flex',
        gap: 1.5,
        px: 1.5,
        py: 0.25,
        fontSize: 13,
        whiteSpace: 'nowrap',
        cursor: 'pointer',
        bgcolor: isActive ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      {code ? <Box sx={{ color: 'text.secondary', minWidth: 72 }}>{code}</Box> : null}
      <Box sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {recordTitle(resource, record)}
      </Box>
      <Hint resource={resource} record={record} />
    </Box>
  )
}

function Hint({ resource, record }: { resource: string; record: Row }) {
  const say = useText()
  const schema = useResourceSchema(resource)
  if (!schema) return null
  const hint = hintOf(schema, record, say, 2)
  return <Box sx={{ color: 'text.secondary' }}>{hint}</Box>
}
