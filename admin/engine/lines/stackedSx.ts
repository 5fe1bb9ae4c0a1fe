import type { SystemStyleObject } from '@mui/system'
import type { Theme } from '@mui/material/styles'

/**
 * A table of lines on a phone: each row a card, each cell under its own label (`data-label`), no head and no width of
 * its own. Cells without a label take the whole width.
 */
export const stackedSx: SystemStyleObject<Theme> = {
  display: { xs: 'block', sm: 'table' },
  '& thead': { display: { xs: 'none', sm: 'table-header-group' } },
  '& tbody': { display: { xs: 'block', sm: 'table-row-group' } },
  '& tr': {
    display: { xs: 'grid', sm: 'table-row' },
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    columnGap: 1,
    py: { xs: 1, sm: 0 },
    borderBottom: { xs: 1, sm: 0 },
    borderColor: { xs: 'divider', sm: undefined },
  },
  '& td': {
    display: { xs: 'block', sm: 'table-cell' },
    width: { xs: 'auto !important', sm: undefined },
    height: { xs: 'auto', sm: 28 },
    textAlign: { xs: 'left', sm: undefined },
    borderBottom: { xs: 0, sm: undefined },
  },
  '& td:not([data-label])': { gridColumn: { xs: '1 / -1', sm: undefined } },
  '& td:first-of-type:not([data-label])': { display: { xs: 'none', sm: 'table-cell' } },
  '& td[data-wide]': { gridColumn: { xs: '1 / -1', sm: undefined } },
  '& td[data-label]:empty': { display: { xs: 'none', sm: 'table-cell' } },
  '& td[data-label]::before': {
    content: { xs: 'attr(data-label)', sm: 'none' },
    display: 'block',
    fontSize: 12,
    color: 'text.secondary',
  },
}
