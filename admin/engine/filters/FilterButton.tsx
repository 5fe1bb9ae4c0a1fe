import FilterList from '@mui/icons-material/FilterList'
import PushPin from '@mui/icons-material/PushPin'
import PushPinOutlined from '@mui/icons-material/PushPinOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Tooltip from '@mui/material/Tooltip'
import { useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useT } from '../../i18n/useT'
import { fieldsOf } from '../../schema/fieldOf'
import type { FieldSchema, ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { ToolButton } from '../list/ToolButton'
import { FilterField } from './FilterField'
import { useInlineFilters } from './InlineFilters'
import { useSetFilter } from './useSetFilter'

/** All declared filters in one panel; the list behind it follows at once. A pinned one stays over the list. */
export function FilterButton({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const translate = useTranslate()
  const { values, replace, set } = useSetFilter()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const fields = fieldsOf(resource.fields, resource.filters).filter(({ path }) => path !== resource.tabs)
  if (fields.length === 0) return null
  return (
    <>
      <ToolButton
        ref={button}
        label={t('list.filter')}
        startIcon={<FilterList />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      <Popover
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { 'aria-label': t('list.filter'), role: 'dialog' } }}
      >
        <Box sx={{ p: 2, width: { xs: 'calc(100vw - 32px)', sm: 440 }, display: 'grid', gap: 1.5 }}>
          {fields.map(({ path, field }) => (
            <Box key={path} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 0.5 }}>
              <FilterField field={field} path={path} value={(key) => values[key]} onChange={set} />
              <Pin resource={resource} path={path} field={field} />
            </Box>
          ))}
          <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
            <Button color="inherit" onClick={() => replace({})}>
              {translate('ra.navigation.clear_filters')}
            </Button>
            <Button onClick={() => setOpen(false)}>{translate('ra.action.close')}</Button>
          </Box>
        </Box>
      </Popover>
    </>
  )
}

function Pin({ resource, path, field }: { resource: ResourceSchema; path: string; field: FieldSchema }) {
  const t = useT()
  const say = useText()
  const [pinned, setPinned] = useInlineFilters(resource.name)
  const isPinned = pinned.includes(path)
  const toggle = () => setPinned(isPinned ? pinned.filter((one) => one !== path) : [...pinned, path])
  return (
    <Tooltip title={t('list.pin')}>
      <IconButton
        size="small"
        aria-label={`${t('list.pin')} ${say(field.label)}`}
        aria-pressed={isPinned}
        onClick={toggle}
        color={isPinned ? 'primary' : 'default'}
      >
        {isPinned ? <PushPin sx={{ fontSize: 16 }} /> : <PushPinOutlined sx={{ fontSize: 16 }} />}
      </IconButton>
    </Tooltip>
  )
}
