import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { codecs } from '../engine/values/codecs'
import { useConsoleData } from '../providers/dataProvider'
import { problemOf } from '../providers/problem'
import { isObject } from '../schema/valueAt'
import { useCellMarks } from './useCellMarks'

const DEBOUNCE_MS = 350

interface Preview {
  /** The order as the server computed it last. */
  order: Record<string, unknown> | undefined
  /** Its lines, at the places where they stand in the form. */
  lines: Record<string, unknown>[] | undefined
  isPending: boolean
  /** Why it could not be computed, in the server's words. */
  note: string
}

const isComplete = (line: unknown): line is Record<string, unknown> =>
  isObject(line) && typeof line.productId === 'number' && codecs.quantity?.isValid(line.quantity) === true

const objects = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isObject) : []

/** Where the complete lines stand in the form. */
const indexesOf = (typed: unknown[]) => typed.flatMap((line, index) => (isComplete(line) ? [index] : []))

const NOTHING = {}

/** Puts the computed lines back beside the typed ones; lines that are not complete have no amounts yet. */
function inPlace(typed: unknown[], computed: Record<string, unknown>[]): Record<string, unknown>[] {
  let next = 0
  return typed.map((line) => (isComplete(line) ? (computed[next++] ?? NOTHING) : NOTHING))
}

/** Totals come from the server only: the form asks it to compute the order as typed, and stores nothing. */
export function useOrderPreview(): Preview {
  const data = useConsoleData()
  const values = useWatch()
  const { mark, clear } = useCellMarks()
  const [preview, setPreview] = useState<Preview>({
    order: undefined,
    lines: undefined,
    isPending: false,
    note: '',
  })
  const typed: unknown[] = Array.isArray(values.lines) ? values.lines : []
  const body = JSON.stringify(values)
  const isReady = typeof values.customerId === 'number' && typed.some(isComplete)

  useEffect(() => {
    if (!isReady) return undefined
    const stop = new AbortController()
    const ask = async () => {
      const parsed: unknown = JSON.parse(body)
      const asked = isObject(parsed) ? parsed : {}
      const lines = Array.isArray(asked.lines) ? asked.lines : []
      setPreview((last) => ({ ...last, isPending: true }))
      try {
        const order = await data.preview('orders', { ...asked, lines: lines.filter(isComplete) }, stop.signal)
        if (stop.signal.aborted) return
        clear()
        setPreview({ order, lines: objects(order.lines), isPending: false, note: '' })
      } catch (error) {
        if (stop.signal.aborted) return
        const problem = problemOf(error)
        mark(problem, indexesOf(lines))
        // Old sums beside new figures would be believed.
        setPreview({ order: undefined, lines: [], isPending: false, note: problem.message })
      }
    }
    const timer = setTimeout(() => void ask(), DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [body, isReady, data, mark, clear])

  if (!isReady) return { order: undefined, lines: typed.map(() => NOTHING), isPending: false, note: '' }
  return { ...preview, lines: preview.lines && inPlace(typed, preview.lines) }
}
