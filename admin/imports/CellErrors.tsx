import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useNotify } from 'react-admin'
import { download } from '../providers/download'
import { http } from '../providers/http'
import { problemOf } from '../providers/problem'
import type { Row } from '../schema/row'
import { useText } from '../schema/useText'
import { isObject } from '../schema/valueAt'
import { words } from './words'

/** What is wrong, at its cells as the spreadsheet names them. */
export function CellErrors({ record }: { record: Row }) {
  const say = useText()
  const notify = useNotify()
  const locale = useLocale()
  const url = `/api/imports/${String(record.id)}/errors`
  const { data = [] } = useQuery({
    queryKey: ['imports', 'errors', record.id, record.version, locale],
    queryFn: async () => {
      const { json } = await http(url)
      return Array.isArray(json) ? json.filter(isObject) : []
    },
  })
  const save = async () => {
    try {
      await download(`${url}?format=csv`, 'errors.csv', () => undefined)
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    }
  }
  return (
    <>
      <Box>
        <Button startIcon={<FileDownloadOutlined />} onClick={() => void save()}>
          {say(words.downloadErrors)}
        </Button>
      </Box>
      <TableContainer sx={{ maxHeight: '52vh' }}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 72 }} align="right">
                {say(words.row)}
              </TableCell>
              <TableCell sx={{ width: 180 }}>{say(words.column)}</TableCell>
              <TableCell>{say(words.problem)}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map(({ row, column, head, message }, at) => (
              <TableRow key={at}>
                <TableCell align="right">{String(row)}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <b>{String(column)}</b>{' '}
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {String(head)}
                  </Box>
                </TableCell>
                <TableCell>{String(message)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  )
}
