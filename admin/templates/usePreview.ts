import { HttpError } from 'react-admin'
import { useEffect, useState } from 'react'
import { send } from '../providers/http'
import { problemOf } from '../providers/problem'
import { isObject } from '../schema/valueAt'
import type { Files } from './templateRecord'
import { PAPERS, papersOf } from './templateRecord'

/** What the preview shows besides the template. */
export interface PreviewChoice {
  paper: string
  /** 0: all. */
  copyNo: number
  /** 0: sample data. */
  documentId: number
}

export interface Fault {
  message: string
  file?: string
  line?: number
  column?: number
}

interface Preview {
  url: string | null
  fault: Fault | null
  isDrawing: boolean
}

/** Drawing three copies takes some six tenths of a second: what was typed is seen within one. */
const PAUSE_MS = 300

/** The PDF of a template as it stands in the editor, drawn again a moment after it was last changed; none is drawn unless the person may. */
export function usePreview(mayDraw: boolean, kind: string, files: Files, choice: PreviewChoice): Preview {
  const [preview, setPreview] = useState<Preview>({ url: null, fault: null, isDrawing: true })
  const wish = mayDraw ? JSON.stringify(wishOf(kind, files, choice)) : null

  useEffect(() => {
    if (wish === null) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      setPreview((before) => ({ ...before, isDrawing: true }))
      draw(wish, stop.signal).then(
        (pdf) => setPreview({ url: URL.createObjectURL(pdf), fault: null, isDrawing: false }),
        (error: unknown) => {
          if (!stop.signal.aborted)
            // What was drawn last stays in sight beside the fault.
            setPreview((before) => ({ ...before, fault: faultOf(error), isDrawing: false }))
        },
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [wish])

  const { url } = preview
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url])
  return preview
}

function wishOf(kind: string, files: Files, { paper, copyNo, documentId }: PreviewChoice) {
  const papers = papersOf(files)
  const { [PAPERS]: _papers, ...rest } = files
  const chosen = papers.find(({ name }) => name === paper) ?? papers[0]
  return {
    kind,
    files: rest,
    ...(chosen && { paper: chosen }),
    ...(copyNo > 0 && { copyNo }),
    ...(documentId > 0 && { documentId }),
  }
}

/** A busy house draws slowly, and a print server that has just started says so: asked once more before it is told. */
async function draw(body: string, signal: AbortSignal, isAgain = false): Promise<Blob> {
  try {
    const headers = { Accept: 'application/pdf, application/json' }
    const response = await send('/api/template-previews', { method: 'POST', body, signal, headers })
    return await response.blob()
  } catch (error) {
    if (isAgain || signal.aborted || problemOf(error).status !== 503) throw error
    return draw(body, signal, true)
  }
}

export function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error)
  const body: unknown = error instanceof HttpError ? error.body : null
  const place = isObject(body) && isObject(body.place) ? body.place : {}
  return {
    message,
    ...(typeof place.file === 'string' && { file: place.file }),
    ...(typeof place.line === 'number' && { line: place.line }),
    ...(typeof place.column === 'number' && { column: place.column }),
  }
}
