import { useText } from '../../schema/useText'
import { valueText } from '../values/valueText'
import type { FieldValueProps } from './FieldValue'

/** Short in a list, with everything down to the second under the mouse. */
export function TimeValue({ field, value, dense }: FieldValueProps) {
  const say = useText()
  const full = valueText(field, value, say)
  return (
    <time dateTime={String(value)} title={full}>
      {dense ? valueText(field, value, say, true) : full}
    </time>
  )
}
