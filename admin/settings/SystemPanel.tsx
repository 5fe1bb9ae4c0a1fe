import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { StatusChip } from '../engine/fields/StatusChip'
import { fullTime } from '../engine/values/shanghaiTime'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import { fieldOf } from '../schema/fieldOf'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import type { PrintServer, SystemInfo } from './useSystem'

/** A print server asks at least every half minute, and that is noted every minute. */
const HERE_MS = 3 * 60_000

/** Versions, database, backup, audit head and print servers: what is asked first when something is wrong. */
export function SystemPanel({ system }: { system: SystemInfo }) {
  const t = useT()
  const { versions, database, lastBackup, auditHead, printServers } = system
  const size = (database.bytes / 1_000_000).toFixed(1)
  return (
    <Panel title={t('settings.system')}>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: '160px 1fr' },
          columnGap: 2,
          rowGap: { xs: 0.25, sm: 0.75 },
          '& dd + dt': { mt: { xs: 1, sm: 0 } },
        }}
      >
        <Fact label={t('settings.version')}>
          {t('settings.versions', { slipway: versions.slipway, node: versions.node })}
        </Fact>
        <Fact label={t('settings.database')}>
          {t('settings.databaseText', { kind: database.kind, version: database.version, size })}
        </Fact>
        <Fact label={t('settings.migration')}>{versions.migration}</Fact>
        <Fact label={t('settings.backup')}>
          {lastBackup ? (
            <Backup {...lastBackup} />
          ) : (
            `${t('settings.backup.none')}${t('settings.backup.set')}`
          )}
        </Fact>
        <Fact label={t('settings.auditHead')}>
          {auditHead.seq}{' '}
          <Box component="code" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {auditHead.hash}
          </Box>
        </Fact>
        <Fact label={t('settings.printServers')}>
          {printServers.length === 0
            ? t('settings.printServers.none')
            : printServers.map((one) => <Server key={`${one.key} ${one.server}`} one={one} />)}
        </Fact>
      </Box>
    </Panel>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
        {children}
      </Box>
    </>
  )
}

function Backup({ id, status, at }: { id: number; status: string; at: string }) {
  const say = useText()
  const createPath = useCreatePath()
  const runs = useResourceSchema('backup-runs')
  const field = runs && fieldOf(runs.fields, 'status')
  const choice = field?.choices?.find(({ value }) => value === status)
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <StatusChip label={choice ? say(choice.label) : status} tone={choice?.tone ?? 'neutral'} />
      <Link to={createPath({ resource: 'backup-runs', type: 'show', id })}>{fullTime(at)}</Link>
    </Box>
  )
}

function Server({ one }: { one: PrintServer }) {
  const t = useT()
  const isHere = Date.now() - Date.parse(one.seenAt) < HERE_MS
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 0.5 }}>
      <StatusChip
        label={isHere ? t('settings.seenNow') : t('settings.seenAt', { at: fullTime(one.seenAt) })}
        tone={isHere ? 'success' : 'warning'}
      />
      {t('settings.printServer', { server: one.server, site: one.site ?? '—', key: one.key })}
    </Box>
  )
}
