import { isObject } from '../../schema/valueAt'
import { LinesTable } from '../lines/LinesTable'
import type { FieldValueProps } from './FieldValue'

export function LinesValue({ field, value }: FieldValueProps) {
  const rows = Array.isArray(value) ? value.filter(isObject) : []
  return <LinesTable fields={field.fields ?? []} rows={rows} />
}
