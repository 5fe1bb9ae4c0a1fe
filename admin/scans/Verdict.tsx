import Block from '@mui/icons-material/Block'
import CheckCircle from '@mui/icons-material/CheckCircle'
import HelpOutlined from '@mui/icons-material/HelpOutlined'
import QrCodeScanner from '@mui/icons-material/QrCodeScanner'
import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { isId } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import type { Outcome, Told } from './useScan'

const look: Record<Outcome, { ground: string; Sign: typeof CheckCircle }> = {
  current: { ground: '#1b6e38', Sign: CheckCircle },
  returned: { ground: '#1b6e38', Sign: CheckCircle },
  recalled: { ground: '#1b6e38', Sign: CheckCircle },
  stale: { ground: '#b3201b', Sign: Block },
  unknown: { ground: '#8a5300', Sign: HelpOutlined },
  failed: { ground: '#8a5300', Sign: HelpOutlined },
}

/** The answer to the newest scan, to be read from two metres away: word, colour and sign say the same. */
export function Verdict({ told, isPending }: { told: Told | undefined; isPending: boolean }) {
  const t = useT()
  const { ground, Sign } = told ? look[told.outcome] : { ground: undefined, Sign: QrCodeScanner }
  return (
    <Box
      role="status"
      aria-live="assertive"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        p: 2,
        minHeight: 96,
        borderRadius: 1,
        opacity: isPending ? 0.5 : 1,
        ...(ground
          ? { bgcolor: ground, color: '#fff' }
          : { bgcolor: 'action.hover', color: 'text.secondary' }),
      }}
    >
      <Sign sx={{ fontSize: { xs: 44, sm: 60 }, flex: 'none' }} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontSize: { xs: 22, sm: 28 }, fontWeight: 700, lineHeight: 1.3 }}>
          {t(told ? `scan.${told.outcome}` : 'scan.ready')}
        </Box>
        <Box sx={{ fontSize: { xs: 15, sm: 17 }, overflowWrap: 'anywhere' }}>{told?.message}</Box>
        {told?.document ? <Ways document={told.document} /> : null}
      </Box>
    </Box>
  )
}

/** The pages where it goes on. */
function Ways({ document }: Required<Pick<Told, 'document'>>) {
  const say = useText()
  const createPath = useCreatePath()
  const papers = useResourceSchema('documents')
  const shipments = useResourceSchema('shipments')
  const way = (resource: string, id: unknown, label: string) =>
    isId(id) ? (
      <MuiLink
        component={Link}
        to={createPath({ resource, type: 'show', id })}
        sx={{ '&, &:visited': { color: '#fff' }, textDecorationColor: '#fff', mr: 2, lineHeight: '32px' }}
      >
        {label}
      </MuiLink>
    ) : null
  return (
    <Box>
      {papers ? way('documents', document.id, say(papers.label)) : null}
      {shipments ? way('shipments', document.shipmentId, say(shipments.label)) : null}
    </Box>
  )
}
