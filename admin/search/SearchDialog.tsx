import Search from '@mui/icons-material/Search'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import InputBase from '@mui/material/InputBase'
import { useEffect, useId, useState } from 'react'
import { useCreatePath } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { problemOf } from '../providers/problem'
import { useSchema } from '../schema/schemaStore'
import { FoundOption } from './FoundOption'
import { screensNamed } from './screensNamed'
import { useResults } from './useResults'

interface SearchDialogProps {
  /** What the search begins with: nothing, or a code that was scanned. */
  initial: string
  onClose: () => void
}

/** One box for everything that has a name or a number. Enter opens what stands first. */
export default function SearchDialog({ initial, onClose }: SearchDialogProps) {
  const t = useT()
  const listId = useId()
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const schema = useSchema()
  const [typed, setTyped] = useState(initial)
  const [active, setActive] = useState(0)
  const [isEnterDue, setEnterDue] = useState(false)
  const { results, isSettled, error } = useResults(typed)
  const options = [
    ...results.map(({ resource, record }) => ({
      key: `${resource} ${record.id}`,
      resource,
      record,
      path: createPath({ resource, type: 'show', id: record.id }),
    })),
    ...screensNamed(schema?.resources ?? [], typed).map(({ name }) => ({
      key: name,
      resource: name,
      record: undefined,
      path: createPath({ resource: name, type: 'list' }),
    })),
  ]
  const activeIndex = Math.min(active, options.length - 1)
  const open = (path: string | undefined) => {
    if (path === undefined) return
    onClose()
    void navigate(path)
  }
  // A scanner, and a fast typist, press Enter before the answer is there: it counts when it is.
  useEffect(() => {
    if (!isEnterDue || !isSettled) return
    setEnterDue(false)
    open(options[0]?.path)
  })

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((activeIndex + step + options.length) % Math.max(options.length, 1))
    } else if (event.key === 'Enter' && typed.trim()) {
      event.preventDefault()
      if (isSettled) open(options[activeIndex]?.path)
      else setEnterDue(true)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      aria-label={t('search.title')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{ paper: { sx: { mt: { xs: 1, sm: '10vh' }, mx: { xs: 1, sm: 2 }, width: '100%' } } }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 2,
          py: 1,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Search color="disabled" />
        <InputBase
          autoFocus
          fullWidth
          value={typed}
          placeholder={t('search.placeholder')}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          sx={{ fontSize: 16 }}
          inputProps={{
            role: 'combobox',
            'aria-label': t('search.title'),
            'aria-expanded': options.length > 0,
            'aria-controls': listId,
            'aria-autocomplete': 'list',
            'aria-activedescendant': options.length > 0 ? `${listId}-${activeIndex}` : undefined,
            autoComplete: 'off',
            enterKeyHint: 'go',
          }}
        />
      </Box>
      {error ? <Alert severity="error">{problemOf(error).message}</Alert> : null}
      <Box
        id={listId}
        role="listbox"
        aria-label={t('search.title')}
        sx={{ overflowY: 'auto', maxHeight: '60vh' }}
      >
        {options.map((option, index) => (
          <FoundOption
            key={option.key}
            id={`${listId}-${index}`}
            resource={option.resource}
            record={option.record}
            isActive={index === activeIndex}
            onTake={() => open(option.path)}
          />
        ))}
      </Box>
      <Box role="status" sx={{ px: 2, py: 1, fontSize: 12, color: 'text.secondary' }}>
        {typed.trim() && isSettled && options.length === 0 && !error
          ? t('search.nothing', { text: typed.trim() })
          : t(options.length > 0 ? 'search.keys' : 'search.hint')}
      </Box>
    </Dialog>
  )
}
