import AddAPhotoOutlined from '@mui/icons-material/AddAPhotoOutlined'
import ImageOutlined from '@mui/icons-material/ImageOutlined'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { useT } from '../i18n/useT'
import { http } from '../providers/http'
import { problemOf } from '../providers/problem'
import type { Row } from '../schema/row'

const MOST_BYTES = 7 * 1024 * 1024

/** Shows the photo of the signed copy, and takes one: from the camera on a phone, from a file at a desk. */
export function AttachmentButtons({ copy, canAttach }: { copy: Row; canAttach: boolean }) {
  const t = useT()
  const notify = useNotify()
  const client = useQueryClient()
  const [isPending, setPending] = useState(false)
  const url = `/api/document-copies/${copy.id}/attachment`
  const attach = async (file: File | undefined) => {
    if (!file) return
    if (file.size > MOST_BYTES) return notify(t('papers.tooLarge'), { type: 'error' })
    setPending(true)
    try {
      await http(url, { method: 'PUT', body: file, headers: { 'Content-Type': 'application/octet-stream' } })
      notify(t('papers.attached'), { type: 'success' })
      await client.invalidateQueries({ queryKey: ['document-copies'] })
    } catch (error) {
      const { message, errors } = problemOf(error)
      notify(typeof errors.attachment === 'string' ? errors.attachment : message, { type: 'error' })
    } finally {
      setPending(false)
    }
  }
  const look = { variant: 'outlined', color: 'inherit', sx: { borderColor: 'divider' } } as const
  return (
    <>
      {copy.attachment ? (
        <Button
          {...look}
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          startIcon={<ImageOutlined />}
        >
          {t('papers.attachment')}
        </Button>
      ) : null}
      {canAttach ? (
        <Button {...look} component="label" loading={isPending} startIcon={<AddAPhotoOutlined />}>
          {t('papers.attach')}
          <input
            hidden
            type="file"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              void attach(file)
            }}
          />
        </Button>
      ) : null}
    </>
  )
}
