import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useListContext, useNotify, useTranslate } from 'react-admin'
import { download } from '../../providers/download'
import { problemOf } from '../../providers/problem'
import { useFilters } from '../filters/useFilters'
import type { ResourceSchema } from '../../schema/types'

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`

/** Downloads what the list shows now, all pages of it, as CSV. */
export function ExportButton({ resource }: { resource: ResourceSchema }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { sort } = useListContext()
  const { values } = useFilters()
  const [received, setReceived] = useState<number>()
  const run = async () => {
    setReceived(0)
    const query = new URLSearchParams({
      format: 'csv',
      filter: JSON.stringify(values),
      sort: JSON.stringify([sort.field, sort.order]),
    })
    try {
      await download(`/api/${resource.name}/export?${query.toString()}`, `${resource.name}.csv`, setReceived)
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    } finally {
      setReceived(undefined)
    }
  }
  return (
    <Button
      startIcon={<FileDownloadOutlined />}
      onClick={() => void run()}
      loading={received !== undefined}
      loadingPosition="start"
    >
      {received ? megabytes(received) : translate('ra.action.export')}
    </Button>
  )
}
