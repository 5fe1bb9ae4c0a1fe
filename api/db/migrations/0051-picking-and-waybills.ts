import type { ColumnTypes } from '../dialect.js'

/** Where a product lies and how it is handled, and under which number a carrier takes a shipment. */
export const up = (t: ColumnTypes): string[] => [
  `ALTER TABLE products ADD COLUMN shelf ${t.text(30)}`,
  `ALTER TABLE products ADD COLUMN handling ${t.long}`,
  `ALTER TABLE shipments ADD COLUMN waybillNo ${t.text(30)}`,
  `ALTER TABLE shipments ADD COLUMN packages ${t.int}`,
  `ALTER TABLE shipments ADD COLUMN weightKg ${t.int}`,
  `CREATE INDEX shipments_waybillNo ON shipments (waybillNo)`,
]
