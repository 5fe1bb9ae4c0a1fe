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
        '& .MuiTablePagination-select': { py: 0 },
        '& .MuiTablePagination-input': { fontSize: 12 },
        '& .MuiToolbar-root': { height: 34, overflow: 'hidden' },
        '& .MuiPaginationItem-root': { height: 24, minWidth: 24, my: 0 },
      }}
    />
  )
}
