import Add from '@mui/icons-material/Add'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Fab from '@mui/material/Fab'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import {
  BulkDeleteWithConfirmButton,
  ColumnsButton,
  SelectAllButton,
  Title,
  useCreatePath,
  useListContext,
  useTranslate,
} from 'react-admin'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { useIsPhone } from '../../layout/useIsPhone'
import { HiddenHeading } from '../../layout/HiddenHeading'
import { useShortcut } from '../../layout/shortcuts'
import type { ResourceSchema } from '../../schema/types'
import { BulkActionButtons } from '../actions/BulkActionButtons'
import { FilterButton } from '../filters/FilterButton'
import { FilterChips } from '../filters/FilterChips'
import { SavedFilters } from '../filters/SavedFilters'
import { SearchBox } from '../filters/SearchBox'
import { usePageTitle } from '../usePageTitle'
import { ExportButton } from './ExportButton'
import { ToolButton } from './ToolButton'

interface ListToolbarProps {
  resource: ResourceSchema
  /** What can be done with the selected records beside the declared actions. */
  selectionTools?: ReactNode
}

/** One line of tools over the list. While records are selected it holds what can be done with them instead. */
export function ListToolbar({ resource, selectionTools }: ListToolbarProps) {
  const title = usePageTitle(resource, 'list')
  const { selectedIds = [] } = useListContext()
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: { xs: 'wrap', sm: 'nowrap' },
        alignItems: 'center',
        gap: { xs: 0, sm: 1 },
        minHeight: 38,
        flex: 'none',
      }}
    >
      <title>{`${title} · Slipway`}</title>
      <Title title={title} />
      <HiddenHeading text={title} />
      {selectedIds.length > 0 ? (
        <SelectionTools resource={resource}>{selectionTools}</SelectionTools>
      ) : (
        <ListTools resource={resource} />
      )}
    </Box>
  )
}

function SelectionTools({ resource, children }: { resource: ResourceSchema; children: ReactNode }) {
  const translate = useTranslate()
  const { selectedIds = [], onUnselectItems } = useListContext()
  return (
    <>
      <IconButton size="small" aria-label={translate('ra.action.unselect')} onClick={() => onUnselectItems()}>
        <Close fontSize="small" />
      </IconButton>
      <Typography sx={{ fontWeight: 600 }}>
        {translate('ra.action.bulk_actions', { smart_count: selectedIds.length })}
      </Typography>
      <SelectAllButton />
      <Box sx={{ flex: 1 }} />
      {children}
      <BulkActionButtons resource={resource} />
      {resource.can.delete ? <BulkDeleteWithConfirmButton mutationMode="pessimistic" /> : null}
    </>
  )
}

function ListTools({ resource }: { resource: ResourceSchema }) {
  const isPhone = useIsPhone()
  const tools = (
    <>
      <FilterButton resource={resource} />
      <SavedFilters resource={resource} />
      {isPhone ? null : <ColumnsButton />}
      {resource.can.export ? <ExportButton resource={resource} /> : null}
      {resource.can.create ? <CreateButton resource={resource} /> : null}
    </>
  )
  return (
    <>
      {resource.search ? <SearchBox /> : null}
      {isPhone && resource.search ? tools : null}
      <FilterChips resource={resource} />
      {isPhone && resource.search ? null : (
        <>
          <Box sx={{ flex: 1 }} />
          {tools}
        </>
      )}
    </>
  )
}

function CreateButton({ resource }: { resource: ResourceSchema }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const isPhone = useIsPhone()
  const path = createPath({ resource: resource.name, type: 'create' })
  useShortcut('n', 'shortcut.create', () => void navigate(path))
  // On a phone it stands where the thumb is, above the pages of the list.
  if (isPhone)
    return (
      <Fab
        color="primary"
        component={Link}
        to={path}
        aria-label={translate('ra.action.create')}
        sx={{ position: 'fixed', right: 20, bottom: 56, zIndex: 3 }}
      >
        <Add />
      </Fab>
    )
  return (
    <ToolButton
      label={translate('ra.action.create')}
      variant="contained"
      component={Link}
      to={path}
      startIcon={<Add />}
    />
  )
}
