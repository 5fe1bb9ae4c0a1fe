import type { ColumnTypes } from '../dialect.js'

/** Which of the house's own documents a paper of an export set is; the usual ones are named so from the beginning. */
export const up = (t: ColumnTypes): string[] => [
  `ALTER TABLE export_items ADD COLUMN kind ${t.text(40)}`,
  `UPDATE export_items SET kind = 'packing-list' WHERE name = '装箱单'`,
  `UPDATE export_items SET kind = 'sales-order' WHERE name = '销售合同'`,
]
