import type { FieldValueProps } from './FieldValue'

export function LongTextValue({ value, dense }: FieldValueProps) {
  const text = String(value)
  return dense ? <span title={text}>{text}</span> : <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>
}
