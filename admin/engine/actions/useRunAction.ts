import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useCreatePath, useNotify } from 'react-admin'
import { useConsoleData } from '../../providers/dataProvider'
import type { Row } from '../../schema/row'
import type { ActionSchema, ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { useNotifyMade } from './useNotifyMade'

export type RunAction = (action: ActionSchema, record: Row, input: Record<string, unknown>) => Promise<Row>

/** Calls an action, shows its result everywhere at once, and says what happened. Rejects with the server's refusal. */
export function useRunAction(resource: ResourceSchema): RunAction {
  const data = useConsoleData()
  const client = useQueryClient()
  const notify = useNotify()
  const notifyMade = useNotifyMade()
  const createPath = useCreatePath()
  const say = useText()
  return useCallback(
    async (action, record, input) => {
      const answer = await data.action(resource.name, record.id, action.name, input)
      const isSame = action.answers === resource.name && answer.id === record.id
      if (isSame)
        client.setQueryData([resource.name, 'getOne', { id: String(record.id), meta: undefined }], answer)
      // An action writes more than the record it answers: stock, papers, jobs.
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'auth' })
      if (isSame)
        notify(say({ zh: `已${say(action.label)}`, en: `Done: ${say(action.label)}` }), { type: 'success' })
      else
        notifyMade(
          action.answers,
          answer,
          createPath({ resource: action.answers, type: 'show', id: answer.id }),
        )
      return answer
    },
    [data, client, notify, notifyMade, createPath, resource, say],
  )
}
