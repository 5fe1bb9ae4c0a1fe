import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNotify, type Identifier } from 'react-admin'
import { useT } from '../i18n/useT'
import { download } from '../providers/download'
import { problemOf } from '../providers/problem'
import { megabytes } from './megabytes'

/** Downloads the finished ZIP of a month and tells how much of it has come. */
export function ZipButton({ id, month }: { id: Identifier; month: string }) {
  const t = useT()
  const notify = useNotify()
  const [received, setReceived] = useState<number>()
  const run = async () => {
    setReceived(0)
    try {
      await download(`/api/month-exports/${id}/zip`, `slipway-${month}.zip`, setReceived)
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    } finally {
      setReceived(undefined)
    }
  }
  return (
    <Button
      variant="contained"
      startIcon={<FileDownloadOutlined />}
      loading={received !== undefined}
      loadingPosition="start"
      onClick={() => void run()}
    >
      {received ? megabytes(received) : t('month.download')}
    </Button>
  )
}
