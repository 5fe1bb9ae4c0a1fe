import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useListContext, useNotify, useTranslate } from 'react-admin'
import { useT } from '../../i18n/useT'
import { download } from '../../providers/download'
import { problemOf } from '../../providers/problem'
import { useFilters } from '../filters/useFilters'
import type { ResourceSchema } from '../../schema/types'
import { ToolButton } from './ToolButton'

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
const formats = ['xlsx', 'csv'] as const

/** Downloads what the list shows now, all pages of it, as a workbook or as CSV. */
export function ExportButton({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const translate = useTranslate()
  const notify = useNotify()
  const { sort } = useListContext()
  const { values } = useFilters()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [received, setReceived] = useState<number>()
  const run = async (format: (typeof formats)[number]) => {
    setAnchor(null)
    setReceived(0)
    const query = new URLSearchParams({
      format,
      filter: JSON.stringify(values),
      sort: JSON.stringify([sort.field, sort.order]),
    })
    try {
      const url = `/api/${resource.name}/export?${query.toString()}`
      await download(url, `${resource.name}.${format}`, setReceived)
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    } finally {
      setReceived(undefined)
    }
  }
  return (
    <>
      <ToolButton
        label={received ? megabytes(received) : translate('ra.action.export')}
        startIcon={<FileDownloadOutlined />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        loading={received !== undefined}
        loadingPosition="start"
      />
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {formats.map((format) => (
          <MenuItem key={format} onClick={() => void run(format)}>
            {t(`export.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
