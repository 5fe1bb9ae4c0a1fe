import type { ComponentType } from 'react'
import type { FieldKind } from '../../schema/types'
import { BooleanWidget } from './BooleanWidget'
import { ChoiceWidget } from './ChoiceWidget'
import { DateWidget } from './DateWidget'
import { GroupWidget } from './GroupWidget'
import { LinesWidget } from './LinesWidget'
import { NumberWidget } from './NumberWidget'
import { ReadOnlyWidget } from './ReadOnlyWidget'
import { ReferenceWidget } from './ReferenceWidget'
import { TextWidget } from './TextWidget'
import type { WidgetProps } from './WidgetProps'

const widgets: Record<FieldKind, ComponentType<WidgetProps>> = {
  text: TextWidget,
  longtext: TextWidget,
  integer: NumberWidget,
  quantity: NumberWidget,
  money: NumberWidget,
  price: NumberWidget,
  rate: NumberWidget,
  boolean: BooleanWidget,
  date: DateWidget,
  datetime: DateWidget,
  choice: ChoiceWidget,
  reference: ReferenceWidget,
  lines: LinesWidget,
  group: GroupWidget,
  json: ReadOnlyWidget,
  file: ReadOnlyWidget,
  hash: ReadOnlyWidget,
}

/** The input for a field, by its kind. */
export function Widget(props: WidgetProps) {
  const Input = widgets[props.field.kind]
  return <Input {...props} />
}
