import type { ColumnTypes } from '../dialect.js'

/** Money received, and the orders that it pays for. */
export function up(t: ColumnTypes): string[] {
  const record = `${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL`
  const table = (name: string, body: string) => `CREATE TABLE ${name} (${body}) ${t.tail}`
  const index = (name: string, on: string, unique = '') =>
    `CREATE ${unique} INDEX ${name}_${on.replace(/\W+/g, '_')} ON ${name} (${on})`
  const ref = (column: string, to: string, gone = 'RESTRICT') =>
    `FOREIGN KEY (${column}) REFERENCES ${to} (id) ON DELETE ${gone}`

  return [
    table(
      'receipts',
      `${record}, no ${t.text(30)}, status ${t.text(40)} NOT NULL, customerId ${t.int} NOT NULL, customerName ${t.text(100)}, amount ${t.int} NOT NULL,
       method ${t.text(40)} NOT NULL, receivedOn ${t.day}, account ${t.text(100)}, voucherNo ${t.text(60)}, purpose ${t.text(100)}, allocated ${t.int} NOT NULL,
       unallocated ${t.int} NOT NULL, remark ${t.text(200)}, voidReason ${t.text(200)}, receivedAt ${t.time}, receivedBy ${t.int}, voidedAt ${t.time},
       voidedBy ${t.int}, CHECK (amount > 0), CHECK (allocated >= 0 AND allocated + unallocated = amount AND unallocated >= 0), ${ref('customerId', 'customers')}`,
    ),
    index('receipts', 'no', 'UNIQUE'),
    index('receipts', 'status, id'),
    index('receipts', 'customerId, id'),
    index('receipts', 'customerName'),
    index('receipts', 'receivedOn'),
    index('receipts', 'createdAt'),
    table(
      'receipt_lines',
      `${t.id}, parentId ${t.int} NOT NULL, lineNo ${t.int} NOT NULL, orderId ${t.int} NOT NULL, amount ${t.int} NOT NULL, CHECK (amount > 0),
       ${ref('parentId', 'receipts', 'CASCADE')}, ${ref('orderId', 'orders')}`,
    ),
    index('receipt_lines', 'parentId, lineNo'),
    index('receipt_lines', 'orderId'),
  ]
}
