export const alertZh = {
  'alert.title': '打印机提醒',
  'alert.count': '%{count} 台打印机要去看看',
  'alert.since': '自 %{time}',
  'alert.all': '全部提醒',
} as const

export const alertEn: Record<keyof typeof alertZh, string> = {
  'alert.title': 'Printer alerts',
  'alert.count': '%{count} printers want a look',
  'alert.since': 'since %{time}',
  'alert.all': 'All alerts',
}
