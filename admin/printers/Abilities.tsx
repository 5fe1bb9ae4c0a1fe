import Box from '@mui/material/Box'
import { useT } from '../i18n/useT'
import type { AppMessage } from '../i18n/appZh'
import { Panel } from '../layout/Panel'
import type { Row } from '../schema/row'
import { flagOf, mediaText, sizesOf, textsOf } from './capabilities'

const SHOWN = 8

/** What the printer said of itself when it was last looked at. */
export function Abilities({ printer: { capabilities } }: { printer: Row }) {
  const t = useT()
  if (!capabilities) return null
  const few = (words: string[]) =>
    words.length > SHOWN
      ? `${words.slice(0, SHOWN).join('、')} … ${t('printer.more', { count: words.length })}`
      : words.join('、')
  const flag = (name: string) => {
    const value = flagOf(capabilities, name)
    return value === null ? '' : t(value ? 'printer.yes' : 'printer.no')
  }
  const rows: [AppMessage, string][] = [
    ['printer.formats', few(textsOf(capabilities, 'formats'))],
    ['printer.mediaReady', few(textsOf(capabilities, 'mediaReady').map(mediaText))],
    ['printer.media', few(textsOf(capabilities, 'media').map(mediaText))],
    ['printer.sizes', few(sizesOf(capabilities))],
    ['printer.sources', few(textsOf(capabilities, 'sources'))],
    ['printer.color', flag('color')],
    ['printer.duplex', flag('duplex')],
    ['printer.resolutions', few(textsOf(capabilities, 'resolutions'))],
  ]
  return (
    <Panel title={t('printer.abilities')}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 0.5, gridTemplateColumns: '92px minmax(0, 1fr)' }}
      >
        {rows.map(([label, text]) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {t(label)}
            </Box>
            <Box
              component="dd"
              sx={{ m: 0, overflowWrap: 'anywhere', color: text ? undefined : 'text.secondary' }}
            >
              {text || t('printer.unknown')}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  )
}
