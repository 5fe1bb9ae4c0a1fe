import { describe, expect, it } from '@jest/globals'
import { isEmptyLine, newLine } from '../../../admin/engine/lines/emptyLine'
import type { FieldSchema } from '../../../admin/schema/types'

const field = (name: string, more: Partial<FieldSchema> = {}): FieldSchema => ({
  name,
  label: { zh: name, en: name },
  kind: 'text',
  required: false,
  readOnly: false,
  sortable: false,
  filterable: false,
  operators: [],
  ...more,
})
const fields = [field('productId'), field('color', { default: 'white' }), field('amount', { readOnly: true })]

describe('the offered line under the last one', () => {
  it('is empty as it was made, even with defaults and computed values in it', () => {
    expect(isEmptyLine(fields, newLine(fields))).toBe(true)
    expect(isEmptyLine(fields, { ...newLine(fields), amount: 500 })).toBe(true)
  })

  it('is a line of the order as soon as something was typed', () => {
    expect(isEmptyLine(fields, { ...newLine(fields), productId: 3 })).toBe(false)
    expect(isEmptyLine(fields, { ...newLine(fields), color: 'red' })).toBe(false)
  })
})
