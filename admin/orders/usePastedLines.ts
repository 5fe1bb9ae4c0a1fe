import { useState } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { isEmptyLine, newLine } from '../engine/lines/emptyLine'
import { useT } from '../i18n/useT'
import { problemOf } from '../providers/problem'
import type { FieldSchema } from '../schema/types'
import { isObject } from '../schema/valueAt'
import { lineOfProduct } from './lineOfProduct'
import { matchProducts, type Mismatch } from './matchProducts'
import { pastedRows } from './pastedRows'

/** Puts pasted rows under the lines of the order, and keeps those that no product could be found for. */
export function usePastedLines(fields: FieldSchema[]) {
  const t = useT()
  const data = useDataProvider()
  const notify = useNotify()
  const { getValues, setValue } = useFormContext()
  const [mismatches, setMismatches] = useState<Mismatch[]>([])

  const paste = async (text: string) => {
    try {
      const { matches, mismatches: open } = await matchProducts(data, pastedRows(text))
      const typed: unknown = getValues('lines')
      const lines: unknown[] = Array.isArray(typed) ? typed : []
      const kept = lines.filter((line) => isObject(line) && !isEmptyLine(fields, line))
      const added = matches.map(({ row, product }) => ({
        ...newLine(fields),
        productId: product.id,
        ...lineOfProduct(product),
        quantity: row.quantity,
        ...(row.unitPrice === null ? {} : { unitPrice: row.unitPrice }),
        remark: row.remark,
      }))
      if (added.length > 0) setValue('lines', [...kept, ...added], { shouldDirty: true })
      setMismatches(open)
      notify(t('paste.done', { count: added.length }), { type: open.length > 0 ? 'warning' : 'success' })
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    }
  }
  return { paste, mismatches, forget: () => setMismatches([]) }
}
