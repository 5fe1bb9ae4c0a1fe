import type { ComponentType } from 'react'
import type { FieldKind, FieldSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { valueText } from '../values/valueText'
import { BooleanValue } from './BooleanValue'
import { ChoiceValue } from './ChoiceValue'
import { HashValue } from './HashValue'
import { JsonValue } from './JsonValue'
import { LongTextValue } from './LongTextValue'
import { ReferenceValue } from './ReferenceValue'
import { TimeValue } from './TimeValue'

export interface FieldValueProps {
  field: FieldSchema
  value: unknown
  /** In a list or table: one line, short dates. */
  dense?: boolean
}

const special: Partial<Record<FieldKind, ComponentType<FieldValueProps>>> = {
  boolean: BooleanValue,
  choice: ChoiceValue,
  date: TimeValue,
  datetime: TimeValue,
  hash: HashValue,
  file: HashValue,
  json: JsonValue,
  longtext: LongTextValue,
  reference: ReferenceValue,
}

/** Shows a value by the kind of its field. */
export function FieldValue(props: FieldValueProps) {
  const say = useText()
  const { field, value, dense } = props
  if (value === null || value === undefined || value === '') return dense ? null : <span>—</span>
  const Special = special[field.kind]
  if (Special) return <Special {...props} />
  const text = valueText(field, value, say, dense)
  return <span title={dense ? text : undefined}>{text}</span>
}
