import BookmarkBorder from '@mui/icons-material/BookmarkBorder'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import { useT } from '../../i18n/useT'
import type { ResourceSchema } from '../../schema/types'
import { ToolButton } from '../list/ToolButton'
import { useFilters } from './useFilters'
import { useSavedFilters, type SavedFilter } from './useSavedFilters'

/** Filters by name: take one, keep what the list shows now under a name, throw one away. */
export function SavedFilters({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const { values, replace } = useFilters()
  const { sort, setSort } = useListContext()
  const { saved, save, remove } = useSavedFilters(resource.name)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const take = ({ filter, sort: order }: SavedFilter) => {
    replace(filter)
    setSort(order)
    setAnchor(null)
  }
  const keep = (form: FormData) => {
    const name = String(form.get('name') ?? '').trim()
    const order = sort.order === 'DESC' ? 'DESC' : 'ASC'
    if (name) save({ name, filter: values, sort: { field: sort.field, order } })
  }
  return (
    <>
      <ToolButton
        label={t('saved.title')}
        startIcon={<BookmarkBorder />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { 'aria-label': t('saved.title'), role: 'dialog' } }}
      >
        <Box sx={{ p: 1.5, width: 300 }}>
          {saved.length === 0 ? (
            <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
              {t('saved.none')}
            </Typography>
          ) : null}
          {saved.map((one) => (
            <SavedRow
              key={one.name}
              name={one.name}
              onTake={() => take(one)}
              onRemove={() => remove(one.name)}
            />
          ))}
          <Box
            component="form"
            onSubmit={(event: React.FormEvent<HTMLFormElement>) => {
              event.preventDefault()
              keep(new FormData(event.currentTarget))
              event.currentTarget.reset()
            }}
            sx={{ display: 'flex', gap: 1, mt: 1 }}
          >
            <TextField
              name="name"
              fullWidth
              label={t('saved.name')}
              slotProps={{ htmlInput: { maxLength: 30 } }}
            />
            <Button type="submit" variant="outlined" sx={{ flex: 'none' }}>
              {t('saved.save')}
            </Button>
          </Box>
        </Box>
      </Popover>
    </>
  )
}

interface SavedRowProps {
  name: string
  onTake: () => void
  onRemove: () => void
}

function SavedRow({ name, onTake, onRemove }: SavedRowProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', alignItems: 'center' }}>
      <Button
        onClick={onTake}
        sx={{ flex: 1, minWidth: 0, justifyContent: 'flex-start', textAlign: 'left', overflow: 'hidden' }}
      >
        {name}
      </Button>
      <IconButton size="small" aria-label={`${translate('ra.action.delete')} ${name}`} onClick={onRemove}>
        <Close fontSize="small" />
      </IconButton>
    </Box>
  )
}
