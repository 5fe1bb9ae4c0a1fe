import { useText } from '../../schema/useText'
import { valueText } from '../values/valueText'
import type { FieldValueProps } from './FieldValue'

/** A yes stands out, a no stays quiet. */
export function BooleanValue({ field, value }: FieldValueProps) {
  const say = useText()
  return <span style={{ opacity: value === true ? 1 : 0.55 }}>{valueText(field, value, say)}</span>
}
