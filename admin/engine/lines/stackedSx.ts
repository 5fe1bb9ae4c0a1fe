const PHONE = '@media (max-width: 599.95px)'

/**
 * A table of lines to be filled in on a phone: each row a card, each cell under its own label (`data-label`), no head
 * and no width of its own. The first cell, the number of the line, is left out; cells without a label take the whole
 * width.
 */
export const stackedSx = {
  [PHONE]: {
    '&, & tbody': { display: 'block' },
    '& thead': { display: 'none' },
    '& tr': {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      columnGap: '8px',
      padding: '8px 0',
      borderBottom: '1px solid',
      borderColor: 'divider',
    },
    '& td.MuiTableCell-root': {
      display: 'block',
      width: 'auto',
      height: 'auto',
      textAlign: 'left',
      borderBottom: 0,
      whiteSpace: 'normal',
    },
    '& td.MuiTableCell-root:not([data-label]), & td[data-wide]': { gridColumn: '1 / -1' },
    '& td.MuiTableCell-root:first-of-type:not([data-label]), & td.MuiTableCell-root[data-label]:empty': {
      display: 'none',
    },
    '& td[data-label]::before': {
      content: 'attr(data-label)',
      display: 'block',
      fontSize: 12,
      color: 'text.secondary',
    },
  },
} as const

/** The same for lines that are read: the labels stand before their values, so that a line is two or three rows high. */
export const stackedRowsSx = {
  [PHONE]: {
    ...stackedSx[PHONE],
    '& td.MuiTableCell-root[data-label]': {
      display: 'flex',
      flexDirection: 'row',
      alignItems: 'center',
      gap: '8px',
      minHeight: 24,
    },
    '& td[data-label]::before': {
      content: 'attr(data-label)',
      flex: 'none',
      fontSize: 12,
      color: 'text.secondary',
    },
  },
} as const
