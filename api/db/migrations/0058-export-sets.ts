import type { ColumnTypes } from '../dialect.js'

/** The papers that customs ask for with an export, and which of them are there. */
export function up(t: ColumnTypes): string[] {
  const record = `${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL`
  const table = (name: string, body: string) => `CREATE TABLE ${name} (${body}) ${t.tail}`
  const index = (name: string, on: string, unique = '') =>
    `CREATE ${unique} INDEX ${name}_${on.replace(/\W+/g, '_')} ON ${name} (${on})`
  const ref = (column: string, to: string, gone = 'RESTRICT') =>
    `FOREIGN KEY (${column}) REFERENCES ${to} (id) ON DELETE ${gone}`

  return [
    table(
      'export_sets',
      `${record}, no ${t.text(30)}, status ${t.text(40)} NOT NULL, orderId ${t.int} NOT NULL, shipmentId ${t.int}, buyer ${t.text(120)}, goods ${t.text(200)},
       contractNo ${t.text(40)}, invoiceNo ${t.text(40)}, packages ${t.int}, grossWeight ${t.int}, netWeight ${t.int}, volume ${t.int}, tradeMode ${t.text(40)},
       terms ${t.text(40)}, portOfLoading ${t.text(60)}, portOfDischarge ${t.text(60)}, vessel ${t.text(60)}, billOfLading ${t.text(40)},
       containerNo ${t.text(60)}, customsCutOff ${t.time}, documentsCutOff ${t.time}, missing ${t.int} NOT NULL, cancelReason ${t.text(200)},
       completedAt ${t.time}, completedBy ${t.int}, ${ref('orderId', 'orders')}, ${ref('shipmentId', 'shipments')}`,
    ),
    index('export_sets', 'no', 'UNIQUE'),
    index('export_sets', 'status, id'),
    index('export_sets', 'orderId'),
    index('export_sets', 'shipmentId'),
    index('export_sets', 'buyer'),
    index('export_sets', 'documentsCutOff'),
    table(
      'export_items',
      `${t.id}, parentId ${t.int} NOT NULL, lineNo ${t.int} NOT NULL, name ${t.text(60)} NOT NULL, required ${t.bool} NOT NULL, present ${t.bool} NOT NULL,
       no ${t.text(60)}, originals ${t.int}, duplicates ${t.int}, owner ${t.text(40)}, dueOn ${t.day}, remark ${t.text(100)}, presentAt ${t.time},
       presentBy ${t.int}, ${ref('parentId', 'export_sets', 'CASCADE')}`,
    ),
    index('export_items', 'parentId, lineNo'),
  ]
}
