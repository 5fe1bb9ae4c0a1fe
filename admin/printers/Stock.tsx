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
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontSize: 12 }}>
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {colors.map((color) => (
            <Swatch key={color} color={color} />
          ))}
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
          }}
        />
      </Box>
    </Box>
  )
}

/** The ink itself, ringed: black on a dark screen and yellow on a white one are seen by their edge. */
function Swatch({ color }: { color: string }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-block',
        width: 10,
        height: 10,
        mr: 0.5,
        borderRadius: '50%',
        border: 1,
        borderColor: 'text.secondary',
        bgcolor: color,
      }}
    />
  )
}
