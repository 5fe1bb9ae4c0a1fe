import { useMemo } from 'react'
import { useFormContext } from 'react-hook-form'
import { LineGrid } from '../engine/lines/LineGrid'
import { fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { FieldSchema } from '../schema/types'
import { useText } from '../schema/useText'

interface OrderLinesInputProps {
  field: FieldSchema
  computed: Record<string, unknown>[] | undefined
}

/** The columns that are typed or checked while an order is taken, and how wide. No width: shares what is left. */
const columns: Record<string, number | undefined> = {
  productId: 190,
  name: undefined,
  spec: 110,
  unit: 52,
  quantity: 84,
  unitPrice: 92,
  taxRate: 60,
  netAmount: 100,
  taxAmount: 88,
  grossAmount: 108,
  remark: 110,
}

/** What a line takes over from the product it is about. */
const copied = { name: 'name', spec: 'spec', unit: 'unit', unitPrice: 'price', taxRate: 'taxRate' }

export function OrderLinesInput({ field, computed }: OrderLinesInputProps) {
  const say = useText()
  const { setValue } = useFormContext()
  const fields = useMemo(
    () =>
      fieldsOf(field.fields ?? [], Object.keys(columns)).map(({ field: column }) => ({
        ...column,
        width: columns[column.name],
      })),
    [field],
  )
  const fill = (line: number, column: FieldSchema, product: Row) => {
    if (column.name !== 'productId') return
    for (const [name, from] of Object.entries(copied))
      setValue(`lines.${line}.${name}`, product[from] ?? null, { shouldDirty: true })
  }
  return (
    <LineGrid fields={fields} source="lines" label={say(field.label)} computed={computed} onPick={fill} />
  )
}
