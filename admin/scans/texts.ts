export const scanZh = {
  'scan.place': '在哪里扫',
  'scan.field': '扫二维码，或输入联码按 Enter',
  'scan.ready': '等待扫码',
  'scan.current': '有效',
  'scan.returned': '回单已登记',
  'scan.recalled': '已登记收回',
  'scan.stale': '停！此联已失效',
  'scan.unknown': '不认识这个码',
  'scan.failed': '没有扫成',
} as const

export const scanEn: Record<keyof typeof scanZh, string> = {
  'scan.place': 'Where you scan',
  'scan.field': 'Scan the QR, or type the code, Enter',
  'scan.ready': 'Waiting for a scan',
  'scan.current': 'Current',
  'scan.returned': 'Noted as returned',
  'scan.recalled': 'Noted as recalled',
  'scan.stale': 'Stop! Not current any more',
  'scan.unknown': 'An unknown code',
  'scan.failed': 'The scan did not work',
}
