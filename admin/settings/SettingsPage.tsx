import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useGetList } from 'react-admin'
import { PageHead } from '../layout/PageHead'
import { PageWait } from '../layout/PageWait'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { useSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import { EnvironmentPanel } from './EnvironmentPanel'
import { HouseForm } from './HouseForm'
import { LinksPanel } from './LinksPanel'
import { SystemPanel } from './SystemPanel'
import { useSystem } from './useSystem'

/** One place for whoever keeps the system: what can be set here, what the environment sets, and how it all stands. */
export default function SettingsPage({ resource }: { resource: ResourceSchema }) {
  const say = useText()
  const isAdmin = useSchema()?.user.roles.includes('admin') ?? false
  const { data: system } = useSystem(isAdmin)
  const { data: rows, isPending } = useGetList<Row>(resource.name, {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  })
  if (isPending) return <PageWait />
  return (
    <Box sx={{ maxWidth: 1080 }}>
      <PageHead title={say(resource.label)} resource={resource} />
      <Stack spacing={1.5}>
        <HouseForm resource={resource} record={rows?.[0]} />
        <LinksPanel />
        {system ? (
          <>
            <SystemPanel system={system} />
            <EnvironmentPanel variables={system.environment} />
          </>
        ) : null}
      </Stack>
    </Box>
  )
}
