import { fieldOf } from './fieldOf.js'

const order = new Intl.Collator('zh-CN', { numeric: true })

/**
 * The records by the text of one field, figures in it by their value: A-2 before A-10. What has none comes last;
 * equal ones keep their order.
 */
export function naturalOrder(records: unknown, field: string): unknown[] {
  if (!Array.isArray(records)) return []
  return records
    .map((record: unknown) => ({ record, key: textOf(record, field) }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || order.compare(a.key, b.key))
    .map(({ record }) => record)
}

function textOf(record: unknown, field: string): string {
  const value = fieldOf(record, field)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
