export const ruleZh = {
  'rules.order':
    '打印机这样确定：出单时选的 → 最具体的规则（先看联号，再看仓库）→ 我的打印机 → 仓库的打印机；都没有就不出单，并说明原因。',
  'rules.own': '我的打印机',
  'rules.none': '不指定',
} as const

export const ruleEn: Record<keyof typeof ruleZh, string> = {
  'rules.order':
    'The printer is: the one chosen when issuing, else the most specific rule (copy before warehouse), else my printer, else that of the warehouse; with none of them the paper is not issued, and says why.',
  'rules.own': 'My printer',
  'rules.none': 'None',
}
