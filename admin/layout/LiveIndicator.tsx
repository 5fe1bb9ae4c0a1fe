import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useSyncExternalStore } from 'react'
import { useT } from '../i18n/useT'
import { isLive, onLive } from '../providers/events'

/** A quiet dot: what is on screen follows the server, or it does not at the moment. */
export function LiveIndicator() {
  const t = useT()
  const live = useSyncExternalStore(onLive, isLive)
  return (
    <Tooltip title={t(live ? 'live.on' : 'live.off')}>
      <Box
        role="status"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          px: { xs: 0.5, sm: 1 },
          flex: 'none',
          fontSize: 12,
          color: 'text.secondary',
        }}
      >
        <Box
          sx={{ width: 7, height: 7, borderRadius: '50%', bgcolor: live ? 'success.main' : 'warning.main' }}
        />
        <Box component="span" sx={{ display: { xs: live ? 'none' : 'inline', sm: 'inline' } }}>
          {t(live ? 'live.short' : 'live.offShort')}
        </Box>
      </Box>
    </Tooltip>
  )
}
