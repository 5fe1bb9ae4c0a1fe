export const monthZh = {
  'month.download': '下载 ZIP',
  'month.progress': '制作进度',
  'month.making': '正在后台制作，已完成 %{percent}%：%{step}（可以离开此页）',
  'month.verify':
    '核对方法：把 ZIP 全部解压到一个空文件夹，在装有 Node.js 18 或更高版本的电脑上运行以下命令，显示的清单指纹应与本页的「清单指纹」一致：',
  'month.failed': '制作失败，原因见下；处理后请重新申请这个月份。',
} as const

export const monthEn: Record<keyof typeof monthZh, string> = {
  'month.download': 'Download the ZIP',
  'month.progress': 'Progress',
  'month.making': 'Being made in the background, %{percent}%: %{step} (you may leave this page)',
  'month.verify':
    'To check it, unpack the whole ZIP into an empty folder and, on a computer with Node.js 18 or later, run the following; the hash of the manifest that it shows must be the one on this page:',
  'month.failed': 'It could not be made; the reason is below. Once that is mended, ask for this month again.',
}
