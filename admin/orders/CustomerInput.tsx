import { useFormContext } from 'react-hook-form'
import { ReferenceBox } from '../engine/reference/ReferenceBox'
import { useFieldInput } from '../engine/widgets/useFieldInput'
import type { WidgetProps } from '../engine/widgets/WidgetProps'

/** The customer, found by typing. Choosing one fills in where its goods go. */
export function CustomerInput(props: WidgetProps) {
  const { setValue: setFormValue } = useFormContext()
  const { value, setValue, shared } = useFieldInput(props)
  return (
    <ReferenceBox
      {...shared}
      resource={props.field.reference ?? ''}
      value={value}
      onChange={(id, customer) => {
        setValue(id)
        if (!customer) return
        setFormValue(
          'shipTo',
          {
            name: customer.contactName ?? customer.name ?? null,
            phone: customer.phone ?? null,
            address: customer.address ?? null,
          },
          { shouldDirty: true },
        )
      }}
    />
  )
}
