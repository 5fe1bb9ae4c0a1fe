import type { FieldSchema } from '../../schema/types'

const widths: Partial<Record<FieldSchema['kind'], number>> = {
  integer: 72,
  quantity: 88,
  money: 112,
  price: 96,
  rate: 64,
  boolean: 56,
  date: 92,
  datetime: 112,
  choice: 96,
  hash: 128,
  file: 128,
}

/** Width of a column in px where the kind fixes it; text and references share what is left. */
export const columnWidth = (field: FieldSchema): number | undefined => field.width ?? widths[field.kind]

/** The least that a flexible column needs before the table scrolls sideways. */
export const MIN_FLEXIBLE_WIDTH = 140
