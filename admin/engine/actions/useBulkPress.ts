import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify, type Identifier } from 'react-admin'
import { useConsoleData } from '../../providers/dataProvider'
import { problemOf } from '../../providers/problem'

/** One press for several records on a page: what is refused is said, and what is shown of them is read again. */
export function useBulkPress(resource: string, action: string) {
  const data = useConsoleData()
  const client = useQueryClient()
  const notify = useNotify()
  const [isPending, setPending] = useState(false)
  const run = async (ids: Identifier[], input: Record<string, unknown>) => {
    setPending(true)
    try {
      const { results } = await data.bulkAction(resource, action, ids, input)
      for (const { error } of results) if (error) notify(error.message, { type: 'error' })
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    } finally {
      setPending(false)
      void client.invalidateQueries({ queryKey: [resource] })
    }
  }
  return {
    press: (ids: Identifier[], input: Record<string, unknown> = {}) => void run(ids, input),
    isPending,
  }
}
