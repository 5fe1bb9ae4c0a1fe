import type { ColumnTypes } from '../dialect.js'

/** Stocktakes and what they count, one line per product. */
export function up(t: ColumnTypes): string[] {
  const record = `${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL`
  const table = (name: string, body: string) => `CREATE TABLE ${name} (${body}) ${t.tail}`
  const index = (name: string, on: string, unique = '') =>
    `CREATE ${unique} INDEX ${name}_${on.replace(/\W+/g, '_')} ON ${name} (${on})`
  const ref = (column: string, to: string) =>
    `FOREIGN KEY (${column}) REFERENCES ${to} (id) ON DELETE RESTRICT`

  return [
    table(
      'stocktakes',
      `${record}, no ${t.text(30)}, status ${t.text(40)} NOT NULL, warehouseId ${t.int} NOT NULL, quality ${t.text(40)} NOT NULL, products ${t.long},
       blind ${t.bool} NOT NULL, team ${t.text(60)}, remark ${t.text(200)}, lineCount ${t.int}, differenceCount ${t.int}, cancelReason ${t.text(200)},
       startedAt ${t.time}, startedBy ${t.int}, finishedAt ${t.time}, finishedBy ${t.int}, approvedAt ${t.time}, approvedBy ${t.int},
       ${ref('warehouseId', 'warehouses')}`,
    ),
    index('stocktakes', 'no', 'UNIQUE'),
    index('stocktakes', 'status, id'),
    index('stocktakes', 'warehouseId'),
    index('stocktakes', 'createdAt'),
    // `openKey` holds warehouse, quality and product while the count is open: nothing is in two open counts at once.
    table(
      'stocktake_lines',
      `${record}, stocktakeId ${t.int} NOT NULL, productId ${t.int} NOT NULL, productCode ${t.text(30)} NOT NULL, name ${t.text(100)} NOT NULL,
       spec ${t.text(60)}, unit ${t.text(10)}, barcode ${t.text(40)}, bookQuantity ${t.int}, frozenBook ${t.int} NOT NULL, moved ${t.int}, frozenMoved ${t.int},
       counted ${t.int}, difference ${t.int}, reason ${t.text(200)}, countedAt ${t.time}, countedBy ${t.int}, openKey ${t.ascii(80)},
       CHECK (counted >= 0), ${ref('stocktakeId', 'stocktakes')}, ${ref('productId', 'products')}`,
    ),
    index('stocktake_lines', 'stocktakeId, productId', 'UNIQUE'),
    index('stocktake_lines', 'productId'),
    index('stocktake_lines', 'openKey', 'UNIQUE'),
    index('stocktake_lines', 'createdAt'),
  ]
}
