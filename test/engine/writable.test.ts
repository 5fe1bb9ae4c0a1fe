import { expect, it } from '@jest/globals'
import { lines, money, text } from '../../api/engine/fields/index.js'
import { resource } from '../../api/engine/resource.js'
import { writable } from '../../api/engine/rights.js'
import { say } from '../../api/engine/text.js'

const anybody = ['clerk']
const bills = resource('bills', {
  label: say('账单', 'Bills'),
  group: { name: 'money', ...say('钱', 'Money') },
  title: 'id',
  fields: {
    items: lines({
      label: say('明细', 'Items'),
      table: 'bill_items',
      fields: {
        name: text({ label: say('名称', 'Name') }),
        amount: money({ label: say('金额', 'Amount'), readOnly: true }),
      },
    }),
  },
  grid: ['id'],
  form: ['items'],
  sort: ['id', 'DESC'],
  rights: { read: anybody, create: anybody, update: anybody, delete: anybody },
})
const clerk = { kind: 'user' as const, id: 1, username: 'clerk', name: '小王', roles: ['clerk'] }

it('leaves what nobody may write in a line as it was stored, and out of a new line', () => {
  const before = { items: [{ id: 7, lineNo: 1, name: '旧', amount: 500 }] }
  const sent = {
    items: [
      { name: '新', amount: 'altered by a form' },
      { id: 7, name: '改', amount: 1 },
    ],
  }
  expect(writable(bills, clerk, sent, before)).toEqual({
    items: [{ name: '新' }, { id: 7, name: '改', amount: 500 }],
  })
  expect(writable(bills, clerk, sent, null)).toEqual({
    items: [{ name: '新' }, { id: 7, name: '改' }],
  })
})
