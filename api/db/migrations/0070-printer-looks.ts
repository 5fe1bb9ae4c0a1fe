import type { ColumnTypes } from '../dialect.js'

/** What a printer can do and has in stock, when it last answered, and when it is to be asked again (clock of the database). */
export const up = (t: ColumnTypes): string[] =>
  [`capabilities ${t.long}`, `seenAt ${t.time}`, `lookAt ${t.int}`].map(
    (column) => `ALTER TABLE printers ADD COLUMN ${column}`,
  )
