import { Pagination } from 'react-admin'

const PER_PAGE = [25, 50, 100]

export function ListFoot() {
  return (
    <Pagination
      rowsPerPageOptions={PER_PAGE}
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        flex: 'none',
        '& .MuiToolbar-root': { height: 34, overflow: 'hidden' },
        '& .MuiPaginationItem-root': { height: 24, minWidth: 24, my: 0 },
      }}
    />
  )
}
