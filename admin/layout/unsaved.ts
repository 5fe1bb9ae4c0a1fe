import { useEffect } from 'react'

const dirtyForms = new Set<symbol>()

/** Tells the frame around the page that a form holds something that is not saved. */
export function useUnsaved(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return undefined
    const form = Symbol('form')
    dirtyForms.add(form)
    return () => void dirtyForms.delete(form)
  }, [isDirty])
}

export const hasUnsaved = () => dirtyForms.size > 0
