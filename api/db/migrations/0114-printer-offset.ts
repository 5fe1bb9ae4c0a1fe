import type { ColumnTypes } from '../dialect.js'

/** How far a printer is out of place, and how far what went to it was moved to make that good; mm ×10⁴. */
export const up = (t: ColumnTypes): string[] =>
  ['printers', 'print_attempts'].flatMap((table) =>
    ['offsetX', 'offsetY'].map((column) => `ALTER TABLE ${table} ADD COLUMN ${column} ${t.int}`),
  )
