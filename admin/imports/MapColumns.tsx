import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { columnsOf, mappingOf } from './importRecord'
import { useImportAction } from './useImportAction'
import { words } from './words'

export interface StepProps {
  resource: ResourceSchema
  record: Row
  /** Only who uploaded the file may go on with it. */
  isMine: boolean
}

/** Which column of the file fills which field; what the heads say is chosen already. */
export function MapColumns({ record, isMine, onChecked }: StepProps & { onChecked: () => void }) {
  const say = useText()
  const fields = useResourceSchema(String(record.target))?.importing?.columns ?? []
  const [mapping, setMapping] = useState(() => mappingOf(record))
  const { run, isPending, fault } = useImportAction(record)
  const filled = new Set(Object.values(mapping).filter(Boolean))
  const missing = fields.filter(({ path, required }) => required && !filled.has(path))
  const choose = (letter: string, path: string) =>
    // A field is filled by one column: the one that was chosen last.
    setMapping({
      ...Object.fromEntries(
        Object.entries(mapping).map(([one, other]) => [one, other === path ? '' : other]),
      ),
      [letter]: path,
    })
  const check = async () => {
    if (await run('check', { mapping })) onChecked()
  }
  return (
    <>
      <TableContainer sx={{ maxHeight: '56vh' }}>
        <Table size="small" stickyHeader sx={{ '& td, & th': { whiteSpace: 'nowrap' } }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 48 }}>{say(words.column)}</TableCell>
              <TableCell sx={{ width: 180 }}>{say(words.head)}</TableCell>
              <TableCell sx={{ width: 240 }}>{say(words.field)}</TableCell>
              <TableCell>{say(words.samples)}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {columnsOf(record).map(({ letter, head, samples }) => (
              <TableRow key={letter}>
                <TableCell sx={{ color: 'text.secondary' }}>{letter}</TableCell>
                <TableCell sx={{ fontWeight: 600 }}>{head}</TableCell>
                <TableCell sx={{ py: 0.5 }}>
                  <TextField
                    select
                    fullWidth
                    size="small"
                    margin="none"
                    disabled={!isMine}
                    value={mapping[letter] ?? ''}
                    onChange={(event) => choose(letter, event.target.value)}
                    slotProps={{
                      select: { displayEmpty: true },
                      htmlInput: { 'aria-label': `${say(words.field)} ${letter} ${head}` },
                    }}
                  >
                    <MenuItem value="">
                      <Box component="span" sx={{ color: 'text.secondary' }}>
                        {say(words.ignore)}
                      </Box>
                    </MenuItem>
                    {fields.map(({ path, label, required }) => (
                      <MenuItem key={path} value={path}>
                        {say(label)}
                        {required ? ' *' : ''}
                      </MenuItem>
                    ))}
                  </TextField>
                </TableCell>
                <TableCell
                  sx={{
                    color: 'text.secondary',
                    maxWidth: 520,
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                  }}
                >
                  {samples.filter(Boolean).join(' · ')}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {missing.length > 0 ? (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {say(words.missing)}
          {missing.map(({ label }) => say(label)).join('、')}
        </Alert>
      ) : null}
      {fault ? (
        <Alert severity="error" sx={{ mt: 1 }}>
          {fault}
        </Alert>
      ) : null}
      {isMine ? (
        <Button
          variant="contained"
          sx={{ mt: 1.5 }}
          disabled={missing.length > 0}
          loading={isPending}
          onClick={() => void check()}
        >
          {say(words.check)}
        </Button>
      ) : (
        <Alert severity="info" sx={{ mt: 1 }}>
          {say(words.notYours)}
        </Alert>
      )}
    </>
  )
}
