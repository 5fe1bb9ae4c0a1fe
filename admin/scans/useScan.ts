import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { HttpError } from 'react-admin'
import { http } from '../providers/http'
import { problemOf } from '../providers/problem'
import { isRow, type Row } from '../schema/row'
import { isObject } from '../schema/valueAt'

export type Outcome = 'current' | 'returned' | 'recalled' | 'stale' | 'unknown' | 'failed'

/** What a scan came to. */
export interface Told {
  outcome: Outcome
  message: string
  document?: Row
}

const OUTCOMES: Outcome[] = ['current', 'returned', 'recalled', 'stale']

function toldBy(json: unknown): Told | undefined {
  if (!isObject(json) || typeof json.message !== 'string') return undefined
  const outcome = OUTCOMES.find((one) => one === json.outcome)
  return (
    outcome && { outcome, message: json.message, ...(isRow(json.document) && { document: json.document }) }
  )
}

function refusalOf(error: unknown): Told {
  const told = error instanceof HttpError ? toldBy(error.body) : undefined
  const { status, message } = problemOf(error)
  return told ?? { outcome: status === 404 ? 'unknown' : 'failed', message }
}

/** Sends what was scanned, one after the other; `told` is the answer to the newest. */
export function useScan() {
  const client = useQueryClient()
  const [told, setTold] = useState<Told>()
  const [isPending, setPending] = useState(false)
  const scan = async (code: string, place: string) => {
    setPending(true)
    try {
      const { json } = await http('/api/document-copies/scan', {
        method: 'POST',
        body: JSON.stringify({ code, place }),
      })
      setTold(toldBy(json))
    } catch (error) {
      setTold(refusalOf(error))
    } finally {
      setPending(false)
      void client.invalidateQueries({ queryKey: ['copy-scans'] })
    }
  }
  return { told, isPending, scan }
}
