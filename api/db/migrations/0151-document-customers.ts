import type { ColumnTypes } from '../dialect.js'

const customerFrom = (table: string, key: string) =>
  `(SELECT source.customerId FROM ${table} source WHERE source.id = documents.${key})`

/** Whose paper it is, to find it by; a paper that belongs to an order has that order's customer. */
export const up = (t: ColumnTypes): string[] => [
  `ALTER TABLE documents ADD COLUMN customerId ${t.int}`,
  `UPDATE documents SET customerId = CASE
     WHEN subject = 'receipts' THEN ${customerFrom('receipts', 'subjectId')}
     WHEN subject = 'statements' THEN ${customerFrom('statements', 'subjectId')}
     ELSE ${customerFrom('orders', 'orderId')} END`,
  'CREATE INDEX documents_customerId ON documents (customerId)',
]
