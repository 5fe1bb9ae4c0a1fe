import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsoleData } from '../providers/dataProvider'
import { problemOf } from '../providers/problem'
import type { Row } from '../schema/row'

/** Calls an action on an import and shows what it answers; a refusal is kept as its sentence. */
export function useImportAction(record: Row) {
  const data = useConsoleData()
  const client = useQueryClient()
  const [isPending, setPending] = useState(false)
  const [fault, setFault] = useState('')
  const run = async (name: string, input: Record<string, unknown> = {}) => {
    setPending(true)
    setFault('')
    try {
      const answer = await data.action('imports', record.id, name, input)
      client.setQueryData(['imports', 'getOne', { id: String(record.id), meta: undefined }], answer)
      return true
    } catch (error) {
      setFault(problemOf(error).message)
      return false
    } finally {
      setPending(false)
    }
  }
  return { run, isPending, fault }
}
