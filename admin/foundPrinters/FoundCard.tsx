import Box from '@mui/material/Box'
import { FieldValue } from '../engine/fields/FieldValue'
import { TimeValue } from '../engine/fields/TimeValue'
import { TitleCell } from '../engine/list/TitleCell'
import { useT } from '../i18n/useT'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { AddButton } from './AddButton'

const USABLE = /application\/pdf|image\/pwg-raster/

/** One device: what it is, where it is, whether it is a printer of the house already. */
export function FoundCard({ resource, found }: { resource: ResourceSchema; found: Row }) {
  const t = useT()
  const printer = fieldOf(resource.fields, 'printerId')
  const seenAt = fieldOf(resource.fields, 'lastSeenAt')
  const formats = String(found.formats ?? '')
  const about = [found.model, found.location].filter(Boolean).join(' · ')
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 0.5,
        px: 1.5,
        py: 1,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box sx={{ overflowWrap: 'anywhere', fontWeight: 600 }}>
          <TitleCell resource={resource.name} record={found} />
        </Box>
        {about ? <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{about}</Box> : null}
      </Box>
      <Box sx={{ flex: '2 1 260px', minWidth: 0, fontSize: 12, color: 'text.secondary' }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>{String(found.uri)}</Box>
        <Box sx={{ overflowWrap: 'anywhere' }}>{formats}</Box>
        {formats === '' || USABLE.test(formats) ? null : (
          <Box sx={{ color: 'warning.main' }}>{t('found.unfit')}</Box>
        )}
      </Box>
      <Box sx={{ flex: '0 0 auto', fontSize: 12, color: 'text.secondary' }}>
        {t('found.seen')} {seenAt ? <TimeValue field={seenAt} value={found.lastSeenAt} dense /> : null}
      </Box>
      <Box sx={{ flex: { xs: '1 1 100%', sm: '0 0 170px' }, minWidth: 0, textAlign: { sm: 'right' } }}>
        {found.printerId && printer ? (
          <>
            <Box component="span" sx={{ color: 'text.secondary', mr: 0.5 }}>
              {t('found.added')}
            </Box>
            <FieldValue field={printer} value={found.printerId} dense />
          </>
        ) : (
          <AddButton found={found} />
        )}
      </Box>
    </Box>
  )
}
