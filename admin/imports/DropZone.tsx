import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useRef, useState, type DragEvent } from 'react'
import { useCreatePath } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { http } from '../providers/http'
import { problemOf } from '../providers/problem'
import { isRow } from '../schema/row'
import { useText } from '../schema/useText'
import { words } from './words'

const MOST_BYTES = 20 * 1024 * 1024

/** Takes a file, dropped or chosen, and goes on to its import; a file that cannot be read is told right here. */
export function DropZone({ target }: { target: string }) {
  const say = useText()
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState('')

  const take = async (file: File | undefined) => {
    if (!file || isBusy) return
    setFault(file.size > MOST_BYTES ? say(words.tooLarge) : '')
    if (file.size > MOST_BYTES) return
    setBusy(true)
    try {
      const query = new URLSearchParams({ target, fileName: file.name })
      const { json } = await http(`/api/imports?${query.toString()}`, {
        method: 'POST',
        body: file,
        headers: { 'Content-Type': 'application/octet-stream' },
      })
      if (isRow(json)) void navigate(createPath({ resource: 'imports', type: 'show', id: json.id }))
    } catch (error) {
      setFault(problemOf(error).message)
    } finally {
      setBusy(false)
      if (input.current) input.current.value = ''
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <Box>
      <Box
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          border: '1px dashed',
          borderColor: isOver ? 'primary.main' : 'divider',
          bgcolor: isOver ? 'action.hover' : 'transparent',
          borderRadius: 1,
          p: 2,
          textAlign: 'center',
        }}
      >
        <UploadFileOutlined color="action" />
        <Typography variant="body2">
          {isBusy ? say(words.reading) : say(words.drop)}{' '}
          <Button size="small" disabled={isBusy} onClick={() => input.current?.click()}>
            {say(words.choose)}
          </Button>
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {say(words.limits)}
        </Typography>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,.xlsx"
          aria-label={say(words.choose)}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        {isBusy ? <LinearProgress sx={{ mt: 1 }} /> : null}
      </Box>
      {fault ? (
        <Alert severity="error" sx={{ mt: 1 }} onClose={() => setFault('')}>
          {fault}
        </Alert>
      ) : null}
    </Box>
  )
}
