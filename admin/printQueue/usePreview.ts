import { useEffect, useState } from 'react'
import { send } from '../providers/http'
import { problemOf } from '../providers/problem'

const AGAIN_MS = 3_000

/**
 * The PDF of a document as an address that a frame can show. A document that was never printed is drawn first, which
 * takes a moment; `fault` says why there is none.
 */
export function usePreview(documentId: unknown) {
  const [url, setUrl] = useState<string>()
  const [fault, setFault] = useState<string>()
  useEffect(() => {
    const gone = new AbortController()
    let made: string | undefined
    const load = async (): Promise<void> => {
      try {
        const response = await send(`/api/documents/${String(documentId)}/pdf`, {
          signal: gone.signal,
          headers: { Accept: 'application/pdf' },
        })
        made = URL.createObjectURL(await response.blob())
        setUrl(made)
      } catch (error) {
        if (gone.signal.aborted) return
        const { code, message } = problemOf(error)
        if (code === 'render_underway') setTimeout(() => void load(), AGAIN_MS)
        else setFault(message)
      }
    }
    void load()
    return () => {
      gone.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [documentId])
  return { url, fault }
}
