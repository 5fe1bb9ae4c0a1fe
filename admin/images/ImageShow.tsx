import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { ShowBase, useRecordContext } from 'react-admin'
import { RecordHead } from '../engine/show/RecordHead'
import { Facts } from '../engine/show/Facts'
import { useT } from '../i18n/useT'
import { PageWait } from '../layout/PageWait'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { ImageCall, PictureBox } from './ImageTile'
import { FileButton } from './UploadButton'
import { useSendPicture } from './useSendPicture'

export default function ImageShow({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase>
      <Loaded resource={resource} />
    </ShowBase>
  )
}

function Loaded({ resource }: { resource: ResourceSchema }) {
  const image = useRecordContext<Row>()
  return image ? <Image resource={resource} image={image} /> : <PageWait />
}

/** A picture in full, how templates call it, and another one in its place. */
function Image({ resource, image }: { resource: ResourceSchema; image: Row }) {
  const t = useT()
  const { send, isPending, faults } = useSendPicture()
  return (
    <>
      <RecordHead resource={resource} record={image}>
        {resource.can.delete ? (
          <FileButton
            label={t('image.replace')}
            isPending={isPending}
            onFile={(file) => void send('PUT', `/api/images/${image.id}/picture`, file)}
          />
        ) : null}
      </RecordHead>
      <Stack spacing={1.5}>
        {faults.picture ? <Alert severity="error">{faults.picture}</Alert> : null}
        <Card>
          <PictureBox image={image} height={360} />
        </Card>
        <Card sx={{ p: 2 }}>
          <Facts fields={resource.fields} record={image} />
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 1.5 }}>
            <Box sx={{ color: 'text.secondary' }}>{t('image.call')}</Box>
            <ImageCall image={image} />
          </Box>
        </Card>
      </Stack>
    </>
  )
}
