import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined'
import Button, { type ButtonProps } from '@mui/material/Button'
import type { Identifier } from 'react-admin'

/** Opens the archived bytes of a document in a new tab. */
export function PdfButton({
  documentId,
  ...look
}: { documentId: Identifier } & Pick<ButtonProps, 'variant' | 'sx'>) {
  return (
    <Button
      {...look}
      component="a"
      href={`/api/documents/${documentId}/pdf`}
      target="_blank"
      rel="noreferrer"
      startIcon={<PictureAsPdfOutlined />}
    >
      PDF
    </Button>
  )
}
