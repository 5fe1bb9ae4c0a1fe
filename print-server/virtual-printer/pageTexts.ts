export interface PageTexts {
  lang: string
  title: string
  intro: string
  idle: string
  processing: string
  stopped: string
  waiting: (count: number) => string
  takePaper: string
  stop: string
  putRight: string
  nothing: string
  paper: string
  printedAt: string
  size: string
  other: { lang: string; label: string }
  reason: (keyword: string) => string
}

const reasonsZh: Record<string, string> = {
  'media-empty': '缺纸',
  'media-jam': '卡纸',
  paused: '已暂停',
}
const reasonsEn: Record<string, string> = {
  'media-empty': 'out of paper',
  'media-jam': 'paper jam',
  paused: 'paused',
}

export const pageTexts: Record<'zh' | 'en', PageTexts> = {
  zh: {
    lang: 'zh-CN',
    title: '虚拟打印机',
    intro: '这台打印机没有纸：打印的每一份都作为 PDF 存在这里。',
    idle: '空闲',
    processing: '正在打印',
    stopped: '已停止',
    waiting: (count) => `${count} 个任务等待中`,
    takePaper: '取走纸张',
    stop: '暂停打印机',
    putRight: '恢复正常',
    nothing: '还没有打印过任何单据。',
    paper: '单据',
    printedAt: '打印时间',
    size: '大小',
    other: { lang: 'en', label: 'English' },
    reason: (keyword) => reasonsZh[keyword] ?? keyword,
  },
  en: {
    lang: 'en',
    title: 'Virtual printer',
    intro: 'This printer has no paper: whatever it prints is kept here as a PDF.',
    idle: 'Idle',
    processing: 'Printing',
    stopped: 'Stopped',
    waiting: (count) => (count === 1 ? '1 job waiting' : `${count} jobs waiting`),
    takePaper: 'Take the paper out',
    stop: 'Pause the printer',
    putRight: 'Put it right again',
    nothing: 'Nothing was printed yet.',
    paper: 'Paper',
    printedAt: 'Printed at',
    size: 'Size',
    other: { lang: 'zh', label: '中文' },
    reason: (keyword) => reasonsEn[keyword] ?? keyword,
  },
}
