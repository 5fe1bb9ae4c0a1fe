import Box from '@mui/material/Box'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import type { Row } from '../schema/row'
import { levelsOf, type Level } from './capabilities'

/** What the printer has left, as bars; a level that it does not tell is called unknown and drawn as none. */
export function Stock({ printer }: { printer: Row }) {
  const t = useT()
  const levels = levelsOf(printer.capabilities)
  const none = printer.capabilities ? t('printer.stockUnknown') : t('printer.neverSeen')
  return (
    <Panel title={t('printer.stock')}>
      {levels.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{none}</Box> : null}
      <Box
        sx={{
          display: 'grid',
          gap: 1,
          gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' },
          columnGap: 3,
        }}
      >
        {levels.map((level, index) => (
          <Bar key={index} of={level} />
        ))}
      </Box>
    </Panel>
  )
}

function Bar({ of: { name, level, colors, isLow, isWaste } }: { of: Level }) {
  const t = useT()
  const told = level === null ? t('printer.unknownLevel') : `${level}%`
  const warning = isLow ? t(isWaste ? 'printer.wasteFull' : 'printer.low') : ''
  const [from = '', ...others] = colors
  const fill = others.length > 0 ? `linear-gradient(90deg, ${colors.join(', ')})` : from
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontSize: 12 }}>
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {name}
        </Box>
        <Box
          component="span"
          sx={{ flex: 'none', color: isLow ? 'warning.main' : level === null ? 'text.secondary' : undefined }}
        >
          {[told, warning].filter(Boolean).join(' · ')}
        </Box>
      </Box>
      <Box
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(level === null ? { 'aria-valuetext': told } : { 'aria-valuenow': level })}
        sx={{
          height: 8,
          borderRadius: 1,
          overflow: 'hidden',
          border: 1,
          borderStyle: level === null ? 'dashed' : 'solid',
          borderColor: 'divider',
          bgcolor: 'action.hover',
        }}
      >
        <Box
          sx={{
            height: '100%',
            width: `${level ?? 0}%`,
            bgcolor: isLow ? 'warning.main' : 'primary.main',
            ...(fill && { background: fill }),
            // Black ink on a dark screen is seen by its edge.
            boxShadow: 'inset 0 0 0 1px rgba(128, 128, 128, 0.6)',
          }}
        />
      </Box>
    </Box>
  )
}
