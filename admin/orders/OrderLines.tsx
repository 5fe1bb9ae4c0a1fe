import Skeleton from '@mui/material/Skeleton'
import { lineFault } from '../engine/actions/faultSentences'
import { LinesTable } from '../engine/lines/LinesTable'
import type { Problem } from '../providers/problem'
import { fieldOf, fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { isObject } from '../schema/valueAt'

interface OrderLinesProps {
  resource: ResourceSchema
  order: Row
  /** A refused action, whose faults are shown at their lines. */
  problem: Problem | undefined
}

const columns: Record<string, number | undefined> = {
  productCode: 84,
  name: undefined,
  spec: 116,
  quantity: 68,
  unit: 48,
  unitPrice: 84,
  taxRate: 52,
  grossAmount: 108,
  reservedQuantity: 64,
  shippedQuantity: 64,
  remark: 96,
}

const STOCK = new Set(['reservedQuantity', 'shippedQuantity'])

/** The lines of an order; what is reserved and shipped joins them once there is something. */
export function OrderLines({ resource, order, problem }: OrderLinesProps) {
  const say = useText()
  if (order.lines === undefined) return <Skeleton variant="rounded" height={120} />
  const lines = fieldOf(resource.fields, 'lines')?.fields ?? []
  const rows = Array.isArray(order.lines) ? order.lines.filter(isObject) : []
  const hasStock = rows.some((row) => [...STOCK].some((name) => Number(row[name] ?? 0) > 0))
  const fields = fieldsOf(lines, Object.keys(columns))
    .filter(({ field }) => !STOCK.has(field.name) || hasStock)
    .filter(({ field }) => field.name !== 'remark' || rows.some((row) => row.remark))
    .map(({ field }) => ({ ...field, width: columns[field.name] }))
  const refused = problem?.errors.lines
  const faults = Array.isArray(refused) ? refused.map((errors: unknown) => lineFault(lines, errors, say)) : []
  return <LinesTable fields={fields} rows={rows} faults={faults} />
}
