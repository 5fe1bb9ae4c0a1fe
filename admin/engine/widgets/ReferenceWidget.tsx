import { isId } from '../../schema/row'
import { ReferenceBox } from '../reference/ReferenceBox'
import { ReferenceManyBox } from '../reference/ReferenceManyBox'
import { useFieldInput } from './useFieldInput'
import type { WidgetProps } from './WidgetProps'

export function ReferenceWidget(props: WidgetProps) {
  const { value, setValue, shared } = useFieldInput(props)
  const resource = props.field.reference ?? ''
  if (props.field.many) {
    const { inputRef: _inputRef, id: _id, ...rest } = shared
    const ids = Array.isArray(value) ? value.filter(isId) : []
    return <ReferenceManyBox {...rest} resource={resource} value={ids} onChange={setValue} />
  }
  return <ReferenceBox {...shared} resource={resource} value={value} onChange={(id) => setValue(id)} />
}
