import type { ColumnTypes } from '../dialect.js'

/** How often a customer gets a statement. */
export const up = (t: ColumnTypes): string[] => [
  `ALTER TABLE customers ADD COLUMN statementCycle ${t.text(20)} NOT NULL DEFAULT 'month'`,
]
