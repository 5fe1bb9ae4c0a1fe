import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { http } from '../providers/http'
import { problemOf } from '../providers/problem'
import { isRow, type Row } from '../schema/row'

/** What a scan came to: the line that it counted in, or why it did not. */
export interface Counted {
  code: string
  line?: Row
  refused?: string
}

const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('')

/**
 * Sends scans one after the other, however fast they come. Each has a key of its own: the same code twice is two
 * pieces, and no double click.
 */
export function useCount(stocktakeId: Row['id']) {
  const client = useQueryClient()
  const [told, setTold] = useState<Counted>()
  const [waiting, setWaiting] = useState(0)
  const last = useRef(Promise.resolve())
  const send = async (code: string, quantity: string, addMissing: boolean) => {
    try {
      const { json } = await http(`/api/stocktakes/${stocktakeId}/count`, {
        method: 'POST',
        body: JSON.stringify({ code, quantity, addMissing }),
        headers: { 'Idempotency-Key': newKey() },
      })
      if (isRow(json)) setTold({ code, line: json })
    } catch (error) {
      const { errors, message } = problemOf(error)
      setTold({ code, refused: typeof errors.code === 'string' ? errors.code : message })
    } finally {
      setWaiting((n) => n - 1)
      void client.invalidateQueries({ queryKey: ['stocktake-lines'] })
    }
  }
  const count = (code: string, quantity: string, addMissing = false) => {
    setWaiting((n) => n + 1)
    last.current = last.current.then(() => send(code, quantity, addMissing))
  }
  return { told, isPending: waiting > 0, count }
}
