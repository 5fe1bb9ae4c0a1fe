import { expect, it } from '@jest/globals'
import { valueText } from '../../../admin/engine/values/valueText'
import type { FieldSchema } from '../../../admin/schema/types'

const field: FieldSchema = {
  name: 'reasons',
  label: { zh: '原因', en: 'Reasons' },
  kind: 'choice',
  required: false,
  readOnly: true,
  sortable: false,
  filterable: false,
  operators: [],
  many: true,
  open: true,
  choices: [{ value: 'media-empty', label: { zh: '缺纸', en: 'Out of paper' } }],
}

it('shows a word that nobody has named as that of the device', () => {
  const values = ['media-empty', 'com.acme-flux']
  expect(valueText(field, values, ({ zh }) => zh)).toBe('缺纸、其他（com.acme-flux）')
  expect(valueText(field, values, ({ en }) => en)).toBe('Out of paper、other (com.acme-flux)')
  expect(valueText({ ...field, open: false }, values, ({ en }) => en)).toBe('Out of paper、com.acme-flux')
})
