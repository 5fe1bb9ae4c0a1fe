import FilterList from '@mui/icons-material/FilterList'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import { useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useT } from '../../i18n/useT'
import { fieldsOf } from '../../schema/fieldOf'
import type { ResourceSchema } from '../../schema/types'
import { FilterField } from './FilterField'
import { useFilters, withoutFilter } from './useFilters'

/** All declared filters in one panel; the list behind it follows at once. */
export function FilterButton({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const translate = useTranslate()
  const { values, replace } = useFilters()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const fields = fieldsOf(resource.fields, resource.filters).filter(({ path }) => path !== resource.tabs)
  if (fields.length === 0) return null

  const set = (key: string, value: unknown) => {
    const isEmpty =
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    const others = withoutFilter(values, key)
    replace(isEmpty ? others : { ...others, [key]: value })
  }
  return (
    <>
      <Button ref={button} startIcon={<FilterList />} onClick={() => setOpen(true)}>
        {t('list.filter')}
      </Button>
      <Popover
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <Box sx={{ p: 2, width: 420, display: 'grid', gap: 1.5 }}>
          {fields.map(({ path, field }) => (
            <FilterField key={path} field={field} path={path} value={(key) => values[key]} onChange={set} />
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
