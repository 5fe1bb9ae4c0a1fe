import Search from '@mui/icons-material/Search'
import TextField, { type TextFieldProps } from '@mui/material/TextField'
import { useState } from 'react'
import { ComboboxList } from './ComboboxList'
import { useReferenceCombobox, type ComboboxProps } from './useReferenceCombobox'

type ReferenceBoxProps = ComboboxProps &
  Pick<
    TextFieldProps,
    'label' | 'error' | 'helperText' | 'required' | 'disabled' | 'inputRef' | 'fullWidth' | 'id' | 'sx'
  >

/** A reference as a form field. */
export function ReferenceBox({ resource, value, onChange, onBlur, ...field }: ReferenceBoxProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const combobox = useReferenceCombobox({ resource, value, onChange, onBlur })
  const {
    value: text,
    onChange: onType,
    onFocus,
    onBlur: onLeave,
    onKeyDown,
    onClick,
    ...aria
  } = combobox.input
  return (
    <>
      <TextField
        {...field}
        fullWidth
        value={text}
        onChange={onType}
        onFocus={onFocus}
        onBlur={onLeave}
        onKeyDown={onKeyDown}
        onClick={onClick}
        slotProps={{
          htmlInput: aria,
          input: { ref: setAnchor, endAdornment: <Search fontSize="small" color="disabled" /> },
        }}
      />
      <ComboboxList combobox={combobox} resource={resource} anchor={anchor} />
    </>
  )
}
