import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useNotify } from 'react-admin'
import { download } from '../providers/download'
import { problemOf } from '../providers/problem'
import { useText } from '../schema/useText'
import { words } from './words'

/** Downloads an empty table with the heads of what is to be imported. */
export function TemplateButtons({ target }: { target: string }) {
  const say = useText()
  const notify = useNotify()
  const get = async (format: string) => {
    try {
      await download(
        `/api/imports/template?target=${target}&format=${format}`,
        `${target}.${format}`,
        () => undefined,
      )
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    }
  }
  return (
    <Stack direction="row" spacing={0.5}>
      {['xlsx', 'csv'].map((format) => (
        <Button key={format} startIcon={<FileDownloadOutlined />} onClick={() => void get(format)}>
          {say(words.template)} {format.toUpperCase()}
        </Button>
      ))}
    </Stack>
  )
}
