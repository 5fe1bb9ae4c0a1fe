import type { Identifier } from 'react-admin'
import { ReferenceBox } from '../reference/ReferenceBox'
import { ReferenceManyBox } from '../reference/ReferenceManyBox'
import { useFieldInput } from './useFieldInput'
import type { WidgetProps } from './WidgetProps'

const isId = (value: unknown): value is Identifier => typeof value === 'number' || typeof value === 'string'

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
