import { describe, expect, it } from '@jest/globals'
import { englishTitle, singular } from '../../../admin/i18n/englishTitle.js'

describe('the heading of one record in English', () => {
  it('names one of what the schema knows in the plural', () => {
    expect(['Orders', 'Print batches', 'Document copies', 'API keys'].map(singular)).toEqual([
      'Order',
      'Print batch',
      'Document copy',
      'API key',
    ])
    expect(englishTitle('show', 'Orders', 'XS20261126-0001')).toBe('Order XS20261126-0001')
    expect(englishTitle('edit', 'Month statements', '2026-10')).toBe('Edit month statement 2026-10')
    expect(englishTitle('create', 'API keys', '')).toBe('New API key')
  })

  it('leaves a name that is no plural to the general wording', () => {
    expect(['Print queue', 'Stock', 'Number register', 'Goods in process'].map(singular)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
