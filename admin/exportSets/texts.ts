export const exportSetZh = {
  'exportSet.notIssued': '%{paper}还没有开具，去出单',
} as const

export const exportSetEn: Record<keyof typeof exportSetZh, string> = {
  'exportSet.notIssued': '%{paper}: issue it',
}
