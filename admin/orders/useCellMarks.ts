import { useMemo } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Problem } from '../providers/problem'
import { isObject } from '../schema/valueAt'

/** Marks the cells of the order lines that the server refused while computing; the marks go when it computes again. */
export function useCellMarks() {
  const { setError, clearErrors } = useFormContext()
  return useMemo(() => {
    let marked: string[] = []
    const clear = () => {
      if (marked.length > 0) clearErrors(marked)
      marked = []
    }
    /** `places` says where in the form each line that was sent stands. */
    const mark = ({ errors }: Problem, places: number[]) => {
      clear()
      const faults: unknown[] = Array.isArray(errors.lines) ? errors.lines : []
      for (const [at, fault] of faults.entries()) {
        for (const [name, message] of Object.entries(isObject(fault) ? fault : {})) {
          const path = `lines.${places[at]}.${name}`
          marked.push(path)
          setError(path, { type: 'server', message: String(message) })
        }
      }
    }
    return { mark, clear }
  }, [setError, clearErrors])
}
