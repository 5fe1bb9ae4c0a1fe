import { describe, expect, it } from '@jest/globals'
import { faultSentences } from '../../../admin/engine/actions/faultSentences'
import type { FieldSchema, Text2 } from '../../../admin/schema/types'

const field = (name: string, zh: string, more: Partial<FieldSchema> = {}): FieldSchema => ({
  name,
  label: { zh, en: name },
  kind: 'text',
  required: false,
  readOnly: false,
  sortable: false,
  filterable: false,
  operators: [],
  ...more,
})

const fields = [
  field('customerId', '客户', { kind: 'reference' }),
  field('lines', '明细', { kind: 'lines', fields: [field('quantity', '数量', { kind: 'quantity' })] }),
  field('shipTo', '收货信息', { kind: 'group', fields: [field('phone', '电话')] }),
]
const zh = (text: Text2) => text.zh

describe('a refusal in words', () => {
  it('names the line and the field of each fault', () => {
    const errors = { lines: [{}, { quantity: '缺货' }] }
    expect(faultSentences(fields, errors, zh)).toEqual(['第 2 行 数量：缺货'])
  })

  it('looks into groups and leaves the fault of the whole form to its message', () => {
    const errors = { shipTo: { phone: '必填' }, customerId: '必填', root: { serverError: '有几处不对' } }
    expect(faultSentences(fields, errors, zh)).toEqual(['电话：必填', '客户：必填'])
  })

  it('still tells a fault of a field that this person does not see', () => {
    expect(faultSentences(fields, { creditLimit: '超出额度' }, zh)).toEqual(['超出额度'])
  })
})
