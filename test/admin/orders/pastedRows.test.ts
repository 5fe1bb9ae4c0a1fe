import { describe, expect, it } from '@jest/globals'
import { cellsOf, isTable, pastedRows } from '../../../admin/orders/pastedRows'

describe('rows pasted from a spreadsheet', () => {
  it('are product, quantity, price and remark', () => {
    expect(pastedRows('LS01\t1,200\t¥3.50\t急\r\nLM01\t２\r\n')).toEqual([
      { at: 1, product: 'LS01', quantity: '1200', unitPrice: '3.5', remark: '急' },
      { at: 2, product: 'LM01', quantity: '2', unitPrice: null, remark: null },
    ])
  })

  it('may have a head and empty rows', () => {
    expect(pastedRows('编码\t数量\t单价\n\nLS01\t5\t\n\t\t\n')).toMatchObject([
      { at: 2, product: 'LS01', quantity: '5' },
    ])
  })

  it('are read by the names of their columns where they have a head', () => {
    const table =
      '序号\t品名\t商品编码\t规格\t单价\t数量(把)\t备注\n1\t羊角锤\tGJ01\t木柄\t18.5\t１２\t急\n2\t挂锁\t\t\t\t3\n\t合计\t\t\t\t15\n'
    expect(pastedRows(table)).toEqual([
      { at: 2, product: 'GJ01', quantity: '12', unitPrice: '18.5', remark: '急' },
      { at: 3, product: '挂锁', quantity: '3', unitPrice: null, remark: null },
    ])
    expect(pastedRows('Qty\tBarcode\n5\t6901234567892')).toMatchObject([
      { product: '6901234567892', quantity: '5' },
    ])
  })

  it('keep what cannot be read as it was typed', () => {
    expect(pastedRows('LS01\t五盒\nLM01\t3')).toMatchObject([{ at: 1, quantity: '五盒' }, { quantity: '3' }])
  })

  it('may hold line breaks and quotes inside a cell', () => {
    expect(cellsOf('LS01\t1\t\t"两箱\n""轻放"""\nLM01\t2')).toEqual([
      ['LS01', '1', '', '两箱 "轻放"'],
      ['LM01', '2'],
    ])
  })

  it('are told from a word', () => {
    expect(isTable('六角螺母')).toBe(false)
    expect(isTable('LS01\t5')).toBe(true)
    expect(isTable('LS01\nLM01')).toBe(true)
  })
})
