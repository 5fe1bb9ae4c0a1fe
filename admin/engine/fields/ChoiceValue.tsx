import { useText } from '../../schema/useText'
import { choiceText, valueText } from '../values/valueText'
import type { FieldValueProps } from './FieldValue'
import { StatusChip } from './StatusChip'

/** A choice with a tone is a chip; one without is a plain word. */
export function ChoiceValue({ field, value }: FieldValueProps) {
  const say = useText()
  const tone = field.choices?.find((choice) => choice.value === value)?.tone
  if (tone) return <StatusChip label={choiceText(field, value, say)} tone={tone} />
  const text = valueText(field, value, say)
  return <span title={text}>{text}</span>
}
