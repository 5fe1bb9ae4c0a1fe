import ContentCopy from '@mui/icons-material/ContentCopy'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useNotify } from 'react-admin'
import { copyText } from '../engine/fields/copyText'
import { TitleCell } from '../engine/list/TitleCell'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import { callOf, factsOf, pictureUrl } from './imageOf'

/** One picture with what it is and how a template calls it. */
export function ImageTile({ image }: { image: Row }) {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden', minWidth: 0 }}>
      <PictureBox image={image} height={120} />
      <Box sx={{ p: 1, borderTop: 1, borderColor: 'divider' }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>
          <TitleCell resource="images" record={image} />
        </Box>
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{factsOf(image)}</Box>
        <ImageCall image={image} />
      </Box>
    </Box>
  )
}

/** Always on white: that is what it is printed on. */
export function PictureBox({ image, height }: { image: Row; height: number }) {
  return (
    <Box sx={{ height, p: 1, bgcolor: '#fff', display: 'flex', justifyContent: 'center' }}>
      <Box
        component="img"
        src={pictureUrl(image)}
        alt={String(image.name)}
        sx={{ maxWidth: '100%', maxHeight: '100%', objectFit: 'contain' }}
      />
    </Box>
  )
}

export function ImageCall({ image }: { image: Row }) {
  const t = useT()
  const notify = useNotify()
  const call = callOf(image.name)
  const copy = async () => {
    await copyText(call)
    notify(t('copied'))
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
      <Box
        component="code"
        title={call}
        sx={{ fontSize: 12, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {call}
      </Box>
      <IconButton
        size="small"
        aria-label={`${t('copy')} ${call}`}
        onClick={() => void copy()}
        sx={{ p: 0.25 }}
      >
        <ContentCopy sx={{ fontSize: 14 }} />
      </IconButton>
    </Box>
  )
}
