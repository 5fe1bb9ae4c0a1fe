export const requestZh = { 'request.begin': '申请变更' } as const

export const requestEn: Record<keyof typeof requestZh, string> = {
  'request.begin': 'Request a change',
}
