export const searchZh = {
  'search.title': '查找',
  'search.placeholder': '单号、条码、客户、商品…',
  'search.nothing': '没有找到「%{text}」，换个词试试',
  'search.hint': '输入单号、编码、条码或名称；扫码枪可在任何页面直接扫',
  'search.screens': '页面',
  'search.scanned': '没有找到条码「%{text}」',
  'search.keys': '↑↓ 选择 · Enter 打开 · Esc 关闭',
  'shortcut.find': '查找一切',
  'shortcut.scan': '扫码打开对应记录',
} as const

export const searchEn: Record<keyof typeof searchZh, string> = {
  'search.title': 'Find',
  'search.placeholder': 'Number, barcode, customer, product…',
  'search.nothing': 'Nothing found for “%{text}”; try another word',
  'search.hint': 'Type a number, code, barcode or name; a barcode scanner works on any page',
  'search.screens': 'Pages',
  'search.scanned': 'Nothing found for the scanned code “%{text}”',
  'search.keys': '↑↓ choose · Enter opens · Esc closes',
  'shortcut.find': 'Find anything',
  'shortcut.scan': 'Scan a code to open its record',
}
