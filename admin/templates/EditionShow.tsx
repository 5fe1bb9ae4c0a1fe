import EditOutlined from '@mui/icons-material/EditOutlined'
import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { ShowBase, useCreate, useCreatePath, useNotify, useRecordContext } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { RecordHead } from '../engine/show/RecordHead'
import { useT } from '../i18n/useT'
import { PageWait } from '../layout/PageWait'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { TemplatePage } from './TemplatePage'
import { filesOf, isWhole } from './templateRecord'
import { useDraft } from './TemplateKinds'
import { currentOf, useEditions } from './useEditions'

export default function EditionShow({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase>
      <Loaded resource={resource} />
    </ShowBase>
  )
}

function Loaded({ resource }: { resource: ResourceSchema }) {
  const edition = useRecordContext<Row>()
  return isWhole(edition) ? <Edition resource={resource} edition={edition} /> : <PageWait />
}

/** One edition, which never changes: looked at, compared, restored, or taken as the beginning of a draft. */
function Edition({ resource, edition }: { resource: ResourceSchema; edition: Row }) {
  const mayEdit = useResourceSchema('template-drafts') !== undefined
  const files = useMemo(() => filesOf(edition), [edition])
  const isCurrent = currentOf(useEditions(String(edition.kind)))?.id === edition.id
  return (
    <TemplatePage
      kind={String(edition.kind)}
      files={files}
      editionId={edition.id}
      head={
        <RecordHead resource={isCurrent ? withoutRestore(resource) : resource} record={edition}>
          {mayEdit ? <EditButton edition={edition} /> : null}
        </RecordHead>
      }
    />
  )
}

/** What is current already cannot be made it again. */
const withoutRestore = (resource: ResourceSchema): ResourceSchema => ({
  ...resource,
  actions: resource.actions.filter(({ name }) => name !== 'restore'),
})

function EditButton({ edition }: { edition: Row }) {
  const t = useT()
  const notify = useNotify()
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const draft = useDraft(String(edition.kind))
  const [create, { isPending }] = useCreate<Row>()
  const open = (id: Row['id']) => void navigate(createPath({ resource: 'template-drafts', type: 'show', id }))
  const begin = () => {
    const { kind, files, papers } = edition
    void create(
      'template-drafts',
      { data: { kind, files, papers, baseId: edition.id } },
      { onSuccess: ({ id }) => open(id), onError: (error) => notify(String(error), { type: 'error' }) },
    )
  }
  return (
    <Button
      variant="contained"
      startIcon={<EditOutlined />}
      disabled={isPending}
      onClick={() => (draft ? open(draft.id) : begin())}
    >
      {t(draft ? 'template.goOn' : 'template.edit')}
    </Button>
  )
}
