/** What a person does at the printer. */
export interface Control {
  state: 'idle' | 'stopped'
  /** IPP keywords such as `media-empty`. */
  reasons: string[]
}

const MOST_REASONS = 10

/** Reads a control from JSON or from the form of the page; null when it is none. An idle printer has no reasons. */
export function readControl(type: string, body: string): Control | null {
  const fields = type.startsWith('application/json') ? readJson(body) : readForm(body)
  if (!fields || (fields.state !== 'idle' && fields.state !== 'stopped')) return null
  const reasons = Array.isArray(fields.reasons) ? fields.reasons : []
  const keywords = reasons.filter(
    (reason) => typeof reason === 'string' && /^[a-z][a-z0-9-]{0,60}$/.test(reason),
  )
  if (keywords.length !== reasons.length || keywords.length > MOST_REASONS) return null
  return { state: fields.state, reasons: fields.state === 'idle' ? [] : keywords.map(String) }
}

function readJson(body: string): { state?: unknown; reasons?: unknown } | null {
  try {
    const json: unknown = JSON.parse(body)
    return typeof json === 'object' && json !== null ? json : null
  } catch {
    return null
  }
}

function readForm(body: string): { state: string | null; reasons: string[] } {
  const form = new URLSearchParams(body)
  return { state: form.get('state'), reasons: form.getAll('reasons') }
}
