import { useText } from '../../schema/useText'
import { valueText } from '../values/valueText'
import type { FieldValueProps } from './FieldValue'

const MINUTE = 'YYYY-MM-DD HH:mm'.length

/** Short in a list, to the minute on a page, with everything down to the second under the mouse. */
export function TimeValue({ field, value, dense }: FieldValueProps) {
  const say = useText()
  const full = valueText(field, value, say)
  return (
    <time dateTime={String(value)} title={full}>
      {dense ? valueText(field, value, say, true) : full.slice(0, MINUTE)}
    </time>
  )
}
