import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Chip from '@mui/material/Chip'
import MuiLink from '@mui/material/Link'
import { useCreatePath, useGetList } from 'react-admin'
import { Link } from 'react-router-dom'
import { shortTime } from '../engine/values/shanghaiTime'
import { useT } from '../i18n/useT'
import { PageHead } from '../layout/PageHead'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { currentOf, offeredOf, useEditions } from './useEditions'

/** Every kind of paper with the edition that is used for it now, what waits as a draft, and what an upgrade offers. */
export default function TemplateKinds({ resource }: { resource: ResourceSchema }) {
  const say = useText()
  const editions = useEditions()
  const kinds = fieldOf(resource.fields, 'kind')?.choices ?? []
  return (
    <>
      <PageHead title={say(resource.label)} resource={resource} />
      <Card>
        {kinds.map(({ value, label }) => {
          const own = editions.filter(({ kind }) => kind === value)
          return own.length > 0 ? <Kind key={value} name={say(label)} editions={own} /> : null
        })}
      </Card>
    </>
  )
}

function Kind({ name, editions }: { name: string; editions: Row[] }) {
  const t = useT()
  const createPath = useCreatePath()
  const [current, offered] = [currentOf(editions), offeredOf(editions)]
  if (!current) return null
  const path = (id: Row['id']) => createPath({ resource: 'templates', type: 'show', id })
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        px: 2,
        py: 0.75,
        minHeight: 40,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <MuiLink component={Link} to={path(current.id)} sx={{ width: 150, fontWeight: 600 }}>
        {name}
      </MuiLink>
      <Box sx={{ width: 80 }}>{t('template.edition', { edition: Number(current.edition) })}</Box>
      <Box sx={{ flex: 1, minWidth: 120, color: 'text.secondary' }}>
        {current.builtIn === true ? t('template.builtIn') : String(current.name)}
      </Box>
      {offered ? (
        <Chip
          color="info"
          variant="outlined"
          clickable
          component={Link}
          to={path(offered.id)}
          label={t('template.offered', { edition: Number(offered.edition) })}
          sx={{ height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal', py: 0.25 } }}
        />
      ) : null}
      <DraftChip kind={String(current.kind)} />
      <Box sx={{ color: 'text.secondary' }}>{shortTime(String(current.createdAt))}</Box>
    </Box>
  )
}

function DraftChip({ kind }: { kind: string }) {
  return useResourceSchema('template-drafts') ? <Draft kind={kind} /> : null
}

function Draft({ kind }: { kind: string }) {
  const t = useT()
  const createPath = useCreatePath()
  const draft = useDraft(kind)
  return draft ? (
    <Chip
      color="warning"
      clickable
      component={Link}
      to={createPath({ resource: 'template-drafts', type: 'show', id: draft.id })}
      label={t('template.hasDraft')}
    />
  ) : null
}

/** The newest draft of a kind. One question is asked for all kinds. */
export function useDraft(kind: string): Row | undefined {
  const { data = [] } = useGetList<Row>('template-drafts', {
    filter: {},
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 100 },
  })
  return data.find((draft) => draft.kind === kind)
}
