import Box from '@mui/material/Box'
import { useT } from '../../i18n/useT'
import { Panel } from '../../layout/Panel'
import { fieldOf } from '../../schema/fieldOf'
import type { FieldSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { FieldValue } from '../fields/FieldValue'

interface TimeLineProps {
  fields: FieldSchema[]
  record: Record<string, unknown>
  /** Names of stamps: 'submitted' stands for submittedAt and submittedBy. */
  stamps: string[]
}

/** What happened to a record, when and by whom, oldest first. */
export function TimeLine({ fields, record, stamps }: TimeLineProps) {
  const t = useT()
  const say = useText()
  const past = stamps
    .map((stamp) => ({ stamp, at: record[`${stamp}At`], by: record[`${stamp}By`] }))
    .filter(({ at }) => typeof at === 'string')
    .sort((a, b) => String(a.at).localeCompare(String(b.at)))
  return (
    <Panel title={t('timeLine')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {past.map(({ stamp, at, by }, index) => {
          const atField = fieldOf(fields, `${stamp}At`)
          const byField = fieldOf(fields, `${stamp}By`)
          if (!atField) return null
          return (
            <Box
              component="li"
              key={stamp}
              sx={{
                position: 'relative',
                display: 'grid',
                gridTemplateColumns: '1fr auto',
                columnGap: 1,
                pl: 2,
                pb: 0.75,
                '&::before': {
                  content: '""',
                  position: 'absolute',
                  left: 2,
                  top: 6,
                  width: 7,
                  height: 7,
                  borderRadius: '50%',
                  bgcolor: index === past.length - 1 ? 'primary.main' : 'text.disabled',
                },
                '&:not(:last-child)::after': {
                  content: '""',
                  position: 'absolute',
                  left: 5,
                  top: 15,
                  bottom: -4,
                  borderLeft: 1,
                  borderColor: 'divider',
                },
              }}
            >
              <span>{say(atField.label)}</span>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                <FieldValue field={atField} value={at} dense />
              </Box>
              {byField && by ? (
                <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
                  <FieldValue field={byField} value={by} dense />
                </Box>
              ) : null}
            </Box>
          )
        })}
      </Box>
    </Panel>
  )
}
