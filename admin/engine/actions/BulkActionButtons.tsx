import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useCreatePath, useListContext, useNotify, useRefresh, useUnselectAll } from 'react-admin'
import { useT } from '../../i18n/useT'
import { useConsoleData, type BulkResult } from '../../providers/dataProvider'
import { problemOf } from '../../providers/problem'
import { matches } from '../../schema/matches'
import type { Row } from '../../schema/row'
import type { ActionSchema, ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { ActionButton } from './ActionButton'
import { ActionDialog } from './ActionDialog'
import { BulkResultDialog } from './BulkResultDialog'
import { useNotifyMade } from './useNotifyMade'

const isDone = (result: BulkResult) => result.status < 400

/**
 * Several records may become one; then that is asked for too. Lines are of one record and are not asked of a selection:
 * left out, an action takes all.
 */
const forSelection = (action: ActionSchema, count: number): ActionSchema => {
  const input = action.input.filter(({ kind }) => kind !== 'lines')
  return { ...action, input: action.gather && count > 1 ? [...input, ...action.gather.input] : input }
}

/** The bulk actions that fit at least one of the selected records; each record succeeds or fails by itself. */
export function BulkActionButtons({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const say = useText()
  const data = useConsoleData()
  const notify = useNotify()
  const notifyMade = useNotifyMade()
  const createPath = useCreatePath()
  const refresh = useRefresh()
  const unselectAll = useUnselectAll(resource.name)
  const { selectedIds = [], data: records = [] } = useListContext<Row>()
  const [asked, setAsked] = useState<ActionSchema>()
  const [answer, setAnswer] = useState<{ action: ActionSchema; results: BulkResult[] }>()

  const selected = records.filter((record) => selectedIds.includes(record.id))
  const offered = resource.actions.filter(
    (action) =>
      action.bulk && (selected.length === 0 || selected.some((record) => matches(action.when, record))),
  )
  const run = async (action: ActionSchema, input: Record<string, unknown>) => {
    const { results, gathered } = await data.bulkAction(resource.name, action.name, selectedIds, input)
    refresh()
    if (gathered && action.gather)
      notifyMade(
        action.gather.in,
        gathered,
        createPath({ resource: action.gather.in, type: 'show', id: gathered.id }),
      )
    if (!results.every(isDone)) return setAnswer({ action, results })
    if (!gathered) notify(t('bulk.done', { count: results.length }), { type: 'success' })
    unselectAll()
  }
  const start = async (chosen: ActionSchema) => {
    const action = forSelection(chosen, selectedIds.length)
    if (action.input.length > 0 || action.confirm) return setAsked(action)
    try {
      await run(action, {})
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    }
  }
  return (
    <Stack direction="row" spacing={1}>
      {offered.map((action) => (
        <ActionButton key={action.name} action={action} onStart={start} />
      ))}
      {asked ? (
        <ActionDialog
          action={asked}
          subject={t('bulk.subject', { count: selectedIds.length, name: say(resource.label) })}
          onRun={(input) => run(asked, input)}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
      {answer ? <BulkResultDialog resource={resource} {...answer} onClose={unselectAll} /> : null}
    </Stack>
  )
}
