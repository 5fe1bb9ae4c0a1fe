import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useEffect, useEffectEvent, useState } from 'react'
import {
  Confirm,
  ShowBase,
  useCreatePath,
  useDelete,
  useNotify,
  useRecordContext,
  useUpdate,
} from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { PageHead } from '../layout/PageHead'
import { PageWait } from '../layout/PageWait'
import { useUnsaved } from '../layout/unsaved'
import { problemOf } from '../providers/problem'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { PublishDialog } from './PublishDialog'
import { TemplatePage } from './TemplatePage'
import { filesOf, isWhole, toSave } from './templateRecord'
import { currentOf, useEditions } from './useEditions'

export default function DraftShow({ resource }: { resource: ResourceSchema }) {
  // A draft that was published or thrown away is not asked for again while its page gives way to the next one: that it
  // is gone would lead to the list of drafts.
  const [isEnding, setEnding] = useState(false)
  return (
    <ShowBase queryOptions={{ enabled: !isEnding }}>
      <Loaded resource={resource} onEnding={setEnding} />
    </ShowBase>
  )
}

type OnEnding = (isEnding: boolean) => void

function Loaded({ resource, onEnding }: { resource: ResourceSchema; onEnding: OnEnding }) {
  const draft = useRecordContext<Row>()
  if (!isWhole(draft)) return <PageWait />
  return <Editor key={draft.id} resource={resource} draft={draft} onEnding={onEnding} />
}

/** The editor: Ctrl+S saves; publishing saves first. */
function Editor({ resource, draft, onEnding }: { resource: ResourceSchema; draft: Row; onEnding: OnEnding }) {
  const t = useT()
  const say = useText()
  const notify = useNotify()
  const [files, setFiles] = useState(() => filesOf(draft))
  const [saved, setSaved] = useState(files)
  const [isPublishing, setPublishing] = useState(false)
  const [update, { isPending }] = useUpdate<Row>()
  const isDirty = files !== saved
  useUnsaved(isDirty)

  const save = async (more: Record<string, unknown> = {}): Promise<boolean> => {
    const sent = files
    try {
      const data = { ...toSave(sent), ...more, version: draft.version }
      await update(
        'template-drafts',
        { id: draft.id, data, previousData: draft },
        { returnPromise: true, mutationMode: 'pessimistic' },
      )
      setSaved(sent)
      notify(t('template.saved'), { type: 'success' })
      return true
    } catch (error) {
      const { errors, message } = problemOf(error)
      notify([message, ...Object.values(errors).filter((one) => typeof one === 'string')].join(' '), {
        type: 'error',
      })
      return false
    }
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
    event.preventDefault()
    if (isDirty && !isPending) void save()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const current = currentOf(useEditions(String(draft.kind)))
  const isStale = current !== undefined && current.id !== draft.baseId
  const kind = fieldOf(resource.fields, 'kind')?.choices?.find(({ value }) => value === draft.kind)
  return (
    <>
      <TemplatePage
        kind={String(draft.kind)}
        files={files}
        onChange={setFiles}
        notice={
          isStale ? (
            <Alert
              severity="warning"
              action={
                <Button color="inherit" onClick={() => void save({ baseId: current.id })}>
                  {t('template.takeBase')}
                </Button>
              }
            >
              {t('template.stale')}
            </Alert>
          ) : null
        }
        head={
          <PageHead
            title={`${say(kind?.label)} · ${t('template.hasDraft')}`}
            resource={resource}
            mark={isDirty ? t('template.unsaved') : null}
            actions={
              <>
                <DiscardButton draft={draft} onEnding={onEnding} />
                <Button variant="outlined" disabled={!isDirty || isPending} onClick={() => void save()}>
                  {t('template.save')}
                </Button>
                <Button
                  variant="contained"
                  disabled={isPending || isStale}
                  onClick={() => void (isDirty ? save() : Promise.resolve(true)).then(setPublishing)}
                >
                  {t('template.publish')}
                </Button>
              </>
            }
          />
        }
      />
      {isPublishing ? (
        <PublishDialog draft={draft} onEnding={onEnding} onClose={() => setPublishing(false)} />
      ) : null}
    </>
  )
}

function DiscardButton({ draft, onEnding }: { draft: Row; onEnding: OnEnding }) {
  const t = useT()
  const notify = useNotify()
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const [isAsking, setAsking] = useState(false)
  const [remove, { isPending }] = useDelete<Row>()
  const discard = () => {
    onEnding(true)
    void remove(
      'template-drafts',
      { id: draft.id, previousData: draft },
      {
        mutationMode: 'pessimistic',
        onSuccess: () => void navigate(createPath({ resource: 'templates', type: 'list' })),
        onError: (error) => {
          onEnding(false)
          notify(problemOf(error).message, { type: 'error' })
        },
      },
    )
  }
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {t('template.discard')}
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={t('template.discard')}
        content={t('template.discard.ask')}
        onConfirm={discard}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
