import { useQuery } from '@tanstack/react-query'
import { useDataProvider, useStore } from 'react-admin'
import { useSchema } from '../schema/schemaStore'
import { steps, type SetupStep } from './steps'

export interface StepState {
  step: SetupStep
  isDone: boolean
}

/** How far a new house has come, read from its records; only for those who may make users. */
export function useSetup() {
  const data = useDataProvider()
  const schema = useSchema()
  const [isPutAway, putAway] = useStore('setup.putAway', false)
  const readable = steps.filter(({ resource }) => schema?.resources.some(({ name }) => name === resource))
  const isKeeper = schema?.resources.some(({ name, can }) => name === 'users' && can.create) ?? false
  const { data: states = [] } = useQuery({
    queryKey: ['setup', schema?.user.id],
    enabled: isKeeper,
    staleTime: 0,
    queryFn: () =>
      Promise.all(
        readable.map(async (step): Promise<StepState> => {
          const { total = 0 } = await data.getList(step.resource, {
            filter: step.filter,
            pagination: { page: 1, perPage: step.atLeast },
            sort: { field: 'id', order: 'ASC' },
          })
          return { step, isDone: total >= step.atLeast }
        }),
      ),
  })
  const done = states.filter(({ isDone }) => isDone).length
  return {
    isKeeper,
    isPutAway,
    putAway,
    states,
    done,
    isComplete: states.length > 0 && done === states.length,
  }
}
