export const stocktakeZh = {
  'count.field': '扫条码，或输入商品编码后按 Enter',
  'count.quantity': '每扫一次加',
  'count.ready': '等待扫码：扫一次，实盘数加上左边的数量',
  'count.done': '%{name}：实盘 %{counted}',
  'count.addMissing': '加进盘点表',
  'count.all': '全部',
  'count.uncounted': '未盘',
  'count.less': '盘亏',
  'count.more': '盘盈',
  'count.search': '编码、品名或条码',
  'count.progress': '已盘 %{done} / %{total}',
  'count.none': '没有这样的行',
} as const

export const stocktakeEn: Record<keyof typeof stocktakeZh, string> = {
  'count.field': 'Scan a barcode, or type a product code and press Enter',
  'count.quantity': 'Each scan adds',
  'count.ready': 'Waiting for a scan: each one adds the quantity on the left',
  'count.done': '%{name}: %{counted} counted',
  'count.addMissing': 'Add it to the sheet',
  'count.all': 'All',
  'count.uncounted': 'Not counted',
  'count.less': 'Short',
  'count.more': 'Over',
  'count.search': 'Code, name or barcode',
  'count.progress': '%{done} of %{total} counted',
  'count.none': 'There are no such lines',
}
