import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useListContext } from 'react-admin'
import { EmptyList } from '../engine/list/EmptyList'
import { ListPage } from '../engine/list/ListPage'
import { useFilters } from '../engine/filters/useFilters'
import { useT } from '../i18n/useT'
import { PageWait } from '../layout/PageWait'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { ImageTile } from './ImageTile'
import { UploadButton } from './UploadButton'

/** The pictures that templates may use, seen as such. */
export default function ImagesPage({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  return (
    <ListPage
      resource={resource}
      head={
        resource.can.delete ? (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, pb: 1 }}>
            <UploadButton />
            <Typography variant="body2" color="text.secondary">
              {t('image.help')}
            </Typography>
          </Box>
        ) : null
      }
    >
      <Tiles resource={resource} />
    </ListPage>
  )
}

function Tiles({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const { values } = useFilters()
  const { data = [], isPending } = useListContext<Row>()
  if (isPending) return <PageWait />
  if (data.length === 0 && Object.keys(values).length > 0) return <EmptyList resource={resource} />
  if (data.length === 0)
    return (
      <Stack spacing={1} sx={{ alignItems: 'center', textAlign: 'center', py: 6, px: 2 }}>
        <Typography sx={{ fontWeight: 600 }}>{t('image.none')}</Typography>
        <Typography color="text.secondary">{t('image.hint')}</Typography>
      </Stack>
    )
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
        gap: 1.5,
        p: 1.5,
        overflowY: 'auto',
      }}
    >
      {data.map((image) => (
        <ImageTile key={image.id} image={image} />
      ))}
    </Box>
  )
}
