import Search from '@mui/icons-material/Search'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useShortcut } from '../../layout/shortcuts'
import { useFilters, withoutFilter } from './useFilters'

const DEBOUNCE_MS = 300

/** Free search; the list follows 300 ms after the last key. */
export function SearchBox() {
  const translate = useTranslate()
  const { values, replace } = useFilters()
  const { q } = values
  const applied = typeof q === 'string' ? q : ''
  const [typed, setTyped] = useState<string>()
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

  return (
    <TextField
      inputRef={input}
      type="search"
      value={typed ?? applied}
      onChange={(event) => setTyped(event.target.value)}
      placeholder={`${translate('ra.action.search')}  /`}
      sx={{ width: { xs: '100%', sm: 220 }, flex: 'none', my: { xs: 0.5, sm: 0 } }}
      slotProps={{
        htmlInput: { 'aria-label': translate('ra.action.search'), style: { padding: '5px 0' } },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
