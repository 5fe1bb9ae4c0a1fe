import Close from '@mui/icons-material/Close'
import Search from '@mui/icons-material/Search'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useIsPhone } from '../../layout/useIsPhone'
import { useShortcut } from '../../layout/shortcuts'
import { useFilters, withoutFilter } from './useFilters'

const DEBOUNCE_MS = 300
/** The browser's own cross shows under a mouse only. */
const OWN_CLEAR = { '& ::-webkit-search-cancel-button': { display: 'none' } }

/** Free search; the list follows 300 ms after the last key. */
export function SearchBox() {
  const translate = useTranslate()
  const { values, replace } = useFilters()
  const { q } = values
  const applied = typeof q === 'string' ? q : ''
  const [typed, setTyped] = useState<string>()
  const isPhone = useIsPhone()
  const input = useRef<HTMLInputElement>(null)
  useShortcut('/', 'shortcut.search', () => input.current?.select())

  const apply = useEffectEvent((text: string) => {
    const others = withoutFilter(values, 'q')
    replace(text.trim() ? { ...others, q: text.trim() } : others)
    setTyped(undefined)
  })
  useEffect(() => {
    if (typed === undefined) return undefined
    const timer = setTimeout(() => apply(typed), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [typed])

  const shown = typed ?? applied
  const clear = () => {
    setTyped(undefined)
    replace(withoutFilter(values, 'q'))
    input.current?.focus()
  }
  return (
    <TextField
      inputRef={input}
      type="search"
      value={shown}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && toFirstRecord(event.currentTarget)) event.preventDefault()
      }}
      placeholder={isPhone ? translate('ra.action.search') : `${translate('ra.action.search')}  /`}
      sx={{ width: { xs: 0, sm: 220 }, minWidth: 120, flex: { xs: 1, sm: 'none' }, ...OWN_CLEAR }}
      slotProps={{
        htmlInput: { 'aria-label': translate('ra.action.search'), style: { padding: '5px 0' } },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: shown ? <ClearButton onClear={clear} /> : null,
        },
      }}
    />
  )
}

/** From the search on to what was found, past tools, tabs and the heads of the columns. */
function toFirstRecord(from: HTMLElement): boolean {
  const record = from.closest('main')?.querySelector<HTMLElement>('tbody a[href], li a[href]')
  record?.focus()
  return Boolean(record)
}

function ClearButton({ onClear }: { onClear: () => void }) {
  const translate = useTranslate()
  return (
    <IconButton
      size="small"
      edge="end"
      aria-label={translate('ra.action.clear_input_value')}
      onClick={onClear}
    >
      <Close sx={{ fontSize: 16 }} />
    </IconButton>
  )
}
