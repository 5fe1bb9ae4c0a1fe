import { useEffect, useId, useState } from 'react'
import { useReference, type Identifier } from 'react-admin'
import { recordChoice } from '../../schema/recordTitle'
import { isId, type Row } from '../../schema/row'
import { useReferenceOptions } from './useReferenceOptions'

export interface ComboboxProps {
  resource: string
  value: unknown
  /** The record comes along where it was picked from the list, so that its fields can be copied. */
  onChange: (id: Identifier | null, record?: Row) => void
  onBlur?: () => void
}

/**
 * A reference found by typing: input and list box by the ARIA combobox pattern. Typing opens the list, arrows move,
 * Enter takes, Escape closes; leaving without taking puts the old value back, leaving it empty clears it.
 */
export function useReferenceCombobox({ resource, value, onChange, onBlur }: ComboboxProps) {
  const listId = useId()
  const [typed, setTyped] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [isEnterDue, setEnterDue] = useState(false)
  const id = isId(value) ? value : null
  const { referenceRecord } = useReference<Row>({
    reference: resource,
    id: id ?? '',
    options: { enabled: id !== null },
  })
  const chosen = id === null ? '' : referenceRecord ? recordChoice(resource, referenceRecord) : `#${id}`
  const { options, isLoading } = useReferenceOptions(resource, typed ?? '', isOpen)
  const activeIndex = Math.min(active, options.length - 1)

  const close = () => {
    setEnterDue(false)
    setOpen(false)
    setTyped(undefined)
    setActive(0)
  }
  const take = (record: Row | undefined) => {
    if (record) onChange(record.id, record)
    close()
  }

  // Fast typists press Enter before the list is there: it is taken as soon as it is.
  useEffect(() => {
    if (isEnterDue && !isLoading) take(options[0])
  })

  const onKeyDown = (event: React.KeyboardEvent) => {
    // Enter that ends a Chinese input method's word is not ours.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen && !event.altKey) return
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((activeIndex + step + options.length) % Math.max(options.length, 1))
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      if (!isLoading) return take(options[activeIndex])
      event.stopPropagation()
      setEnterDue(true)
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      close()
    }
  }

  return {
    isOpen,
    isLoading,
    options,
    activeIndex,
    listId,
    take,
    input: {
      role: 'combobox',
      'aria-expanded': isOpen,
      'aria-controls': listId,
      'aria-autocomplete': 'list' as const,
      'aria-activedescendant': isOpen && options.length > 0 ? `${listId}-${activeIndex}` : undefined,
      autoComplete: 'off',
      value: typed ?? chosen,
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
        setTyped(event.target.value)
        setOpen(true)
        setActive(0)
      },
      onFocus: (event: React.FocusEvent<HTMLInputElement>) => event.target.select(),
      onClick: () => setOpen(true),
      onKeyDown,
      onBlur: () => {
        if (typed === '') onChange(null)
        // Who pressed Enter and went on has chosen, also where the list is still on its way.
        if (!isEnterDue) close()
        onBlur?.()
      },
    },
  }
}

export type Combobox = ReturnType<typeof useReferenceCombobox>
