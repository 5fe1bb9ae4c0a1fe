import { isObject } from '../../schema/valueAt'
import type { FieldValueProps } from './FieldValue'
import { JsonValue } from './JsonValue'

const parsed = (text: string): unknown => {
  try {
    return text.startsWith('{') ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Long text as it was typed; a picture kept as a data URL is shown, and stored JSON is set out to be read. */
export function LongTextValue({ field, value, dense }: FieldValueProps) {
  const text = String(value)
  if (dense) return <span title={text.slice(0, 400)}>{text.slice(0, 200)}</span>
  if (text.startsWith('data:image/'))
    return <img src={text} alt="" style={{ maxHeight: 80, maxWidth: 320 }} />
  const json = parsed(text)
  return isObject(json) ? (
    <JsonValue field={field} value={json} />
  ) : (
    <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>
  )
}
