const copy = (
  copyNo: number,
  name: string,
  color: string,
  receiver: string,
  more: { showsPrice?: boolean; mustReturn?: boolean } = {},
) => ({ copyNo, name, color, receiver, ...more })

/** 一式多联: a default set for each paper, and carbonless forms for those who have them. */
export const copySets = [
  {
    name: '送货单三联',
    kind: 'delivery-note',
    isDefault: true,
    mode: 'sheets',
    copies: [
      copy(1, '存根', 'white', '销售部'),
      copy(2, '客户', 'red', '客户'),
      copy(3, '财务', 'yellow', '财务部', { mustReturn: true }),
    ],
  },
  {
    name: '送货单压感纸三联',
    kind: 'delivery-note',
    isDefault: false,
    mode: 'carbonless',
    copies: [
      copy(1, '存根', 'white', '销售部'),
      copy(2, '客户', 'red', '客户'),
      copy(3, '财务', 'yellow', '财务部', { mustReturn: true }),
    ],
  },
  {
    name: '发货单三联',
    kind: 'dispatch-note',
    isDefault: true,
    mode: 'sheets',
    copies: [
      copy(1, '存根', 'white', '销售部'),
      copy(2, '财务', 'red', '财务部'),
      copy(3, '仓库', 'yellow', '仓储部', { showsPrice: false }),
    ],
  },
  {
    name: '销售订单两联',
    kind: 'sales-order',
    isDefault: true,
    mode: 'sheets',
    copies: [copy(1, '存根', 'white', '销售部'), copy(2, '客户', 'red', '客户', { mustReturn: true })],
  },
  {
    name: '装箱单两联',
    kind: 'packing-list',
    isDefault: true,
    mode: 'sheets',
    copies: [
      copy(1, '仓库', 'white', '仓储部', { showsPrice: false }),
      copy(2, '随货', 'red', '客户', { showsPrice: false }),
    ],
  },
]
