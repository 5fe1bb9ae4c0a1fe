import Alert from '@mui/material/Alert'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo } from 'react'
import { useFormContext } from 'react-hook-form'
import { LineGrid } from '../engine/lines/LineGrid'
import { useT } from '../i18n/useT'
import { fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { FieldSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { lineOfProduct } from './lineOfProduct'
import { PasteRows } from './PasteRows'
import { isTable } from './pastedRows'
import { usePastedLines } from './usePastedLines'

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

/** Their sums stand under the lines; a window that has no room for them leaves them out. */
const ONLY_WIDE = new Set(['netAmount', 'taxAmount'])

export function OrderLinesInput({ field, computed }: OrderLinesInputProps) {
  const t = useT()
  const say = useText()
  const { setValue } = useFormContext()
  const isWide = useMediaQuery('(min-width: 1440px)', { noSsr: true })
  const fields = useMemo(
    () =>
      fieldsOf(field.fields ?? [], Object.keys(columns))
        .filter(({ field: { name } }) => isWide || !ONLY_WIDE.has(name))
        .map(({ field: column }) => ({ ...column, width: columns[column.name] })),
    [field, isWide],
  )
  const fill = (line: number, column: FieldSchema, product: Row) => {
    if (column.name !== 'productId') return
    for (const [name, value] of Object.entries(lineOfProduct(product)))
      setValue(`lines.${line}.${name}`, value, { shouldDirty: true })
  }
  const { paste, mismatches, forget } = usePastedLines(field.fields ?? [])
  const onPaste = (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isTable(text)) return
    event.preventDefault()
    void paste(text)
  }
  return (
    <div onPaste={onPaste}>
      {mismatches.length > 0 ? (
        <Alert severity="warning" onClose={forget} sx={{ mb: 1 }}>
          {t('paste.left')}
          {mismatches.map(({ row, why }) => (
            <div key={row.at}>
              {t(`paste.${why}`, {
                at: row.at,
                product: row.product,
                value: String((why === 'price' ? row.unitPrice : row.quantity) ?? ''),
              })}
            </div>
          ))}
        </Alert>
      ) : null}
      <LineGrid
        fields={fields}
        source="lines"
        label={say(field.label)}
        computed={computed}
        onPick={fill}
        tools={<PasteRows onPaste={paste} />}
      />
    </div>
  )
}
