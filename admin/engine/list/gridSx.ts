import type { SxProps, Theme } from '@mui/material/styles'

/** Scrolls in itself under its own head; cells never wrap. */
export const gridSx = (minWidth: number): SxProps<Theme> => ({
  flex: '0 1 auto',
  minHeight: 0,
  overflow: 'auto',
  '& .RaDataTable-table': { tableLayout: 'fixed', minWidth },
  '& .RaDataTable-headerCell': { bgcolor: 'background.paper', overflow: 'hidden', textOverflow: 'ellipsis' },
  '& .RaDataTable-rowCell': {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: 0,
  },
  '& .MuiTableCell-root.MuiTableCell-paddingCheckbox': { width: 40, p: 0, textAlign: 'center' },
  '& .MuiCheckbox-root': { p: 0.25 },
  '& .MuiCheckbox-root svg': { fontSize: 18 },
})
