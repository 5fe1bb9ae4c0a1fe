export const orderZh = {
  'order.duplicate': '再来一单',
  'paste.button': '粘贴表格',
  'paste.how':
    '从 Excel 或 WPS 复制若干行：带表头的按列名认（编码、条码、品名、数量、单价、备注）；不带表头的依次是编码、数量、单价、备注。也可以直接在明细里按 Ctrl+V。',
  'paste.rows': '粘贴到这里',
  'paste.take': '加入明细',
  'paste.done': '已加入 %{count} 行',
  'paste.left': '以下各行没有加入，请更正后再粘贴：',
  'paste.unknown': '第 %{at} 行：没有编码、条码或品名为「%{product}」的商品',
  'paste.ambiguous': '第 %{at} 行：「%{product}」有几个同名商品，请改用编码',
  'paste.quantity': '第 %{at} 行（%{product}）：数量「%{value}」不是数字',
  'paste.price': '第 %{at} 行（%{product}）：单价「%{value}」不是数字',
  'draft.restored': '已恢复 %{time} 填写但未保存的内容。',
  'draft.discard': '不要了，重新填',
  'shortcut.paste': '粘贴从 Excel、WPS 复制的行',
} as const

export const orderEn: Record<keyof typeof orderZh, string> = {
  'order.duplicate': 'Order again',
  'paste.button': 'Paste rows',
  'paste.how':
    'Copy rows in Excel or WPS. With a head, columns are known by their names (code, barcode, name, quantity, price, remark); without one they are code, quantity, price and remark. Ctrl+V inside the lines does the same.',
  'paste.rows': 'Paste here',
  'paste.take': 'Add to the lines',
  'paste.done': '%{count} lines added',
  'paste.left': 'These rows were not added. Correct them and paste them again:',
  'paste.unknown': 'Row %{at}: no product has the code, barcode or name “%{product}”',
  'paste.ambiguous': 'Row %{at}: several products are called “%{product}”; use the code',
  'paste.quantity': 'Row %{at} (%{product}): the quantity “%{value}” is no number',
  'paste.price': 'Row %{at} (%{product}): the price “%{value}” is no number',
  'draft.restored': 'What you typed at %{time} and did not save is here again.',
  'draft.discard': 'Discard it and start over',
  'shortcut.paste': 'Paste rows copied in Excel or WPS',
}
