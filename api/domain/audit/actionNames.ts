import type { ChoiceValue } from '../../engine/fields/index.js'
import type { AnyResource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'

/** What the system itself writes into the trail; the verbs of people are named by their actions. */
const own: Record<string, ChoiceValue> = {
  create: { label: say('新建', 'Create'), tone: 'success' },
  update: { label: say('修改', 'Change') },
  delete: { label: say('删除', 'Delete'), tone: 'error' },
  export: { label: say('导出', 'Export'), tone: 'warning' },
  download: { label: say('下载', 'Download'), tone: 'warning' },
  'sign-in': { label: say('登录', 'Sign-in') },
  'sign-in-failed': { label: say('登录失败', 'Sign-in failed'), tone: 'error' },
  'change-password': { label: say('修改密码', 'Password change') },
  issue: { label: say('出单', 'Issue') },
  cancel: { label: say('取消', 'Cancel'), tone: 'error' },
  release: { label: say('放行', 'Release') },
  reserve: { label: say('占用库存', 'Reserve') },
  split: { label: say('拆分占用', 'Split a reservation') },
  'add-line': { label: say('加行', 'Add a line') },
  fulfil: { label: say('履行', 'Fulfilment') },
  reopen: { label: say('退回修改', 'Take back to draft'), tone: 'warning' },
  withdraw: { label: say('撤回', 'Withdraw') },
  void: { label: say('作废', 'Void'), tone: 'error' },
  retry: { label: say('重试', 'Retry') },
  supersede: { label: say('换版', 'Supersede') },
  recall: { label: say('待收回', 'To be recalled'), tone: 'warning' },
  returned: { label: say('回单', 'Returned'), tone: 'success' },
  recalled: { label: say('收回', 'Recalled') },
  attach: { label: say('上传回单影像', 'Attach a picture') },
  scan: { label: say('扫码', 'Scan') },
  stale: { label: say('扫到失效单据', 'A stale paper was scanned'), tone: 'error' },
  'await-return': { label: say('等待回单', 'Return awaited') },
  dismiss: { label: say('不用打了', 'Dismiss') },
  observe: { label: say('更新凭据', 'Evidence') },
  archive: { label: say('存档 PDF', 'Archive the PDF') },
  queue: { label: say('排队打印', 'Queue') },
  queued: { label: say('重新排队', 'Queue again') },
  attempt: { label: say('开始发送', 'Begin to send') },
  rendering: { label: say('排版', 'Render') },
  sending: { label: say('发送', 'Send') },
  accepted: { label: say('打印机已接收', 'Accepted by the printer') },
  printing: { label: say('打印中', 'Printing') },
  printed: { label: say('已打印', 'Printed') },
  failed: { label: say('失败', 'Failed'), tone: 'error' },
  canceled: { label: say('已取消', 'Cancelled') },
  uncertain: { label: say('结果不明', 'Uncertain'), tone: 'warning' },
  open: { label: say('继续', 'Go on') },
  doubtful: { label: say('待确认', 'To be decided'), tone: 'warning' },
  done: { label: say('完成', 'Done'), tone: 'success' },
  incomplete: { label: say('有未印出', 'Incomplete'), tone: 'warning' },
  expire: { label: say('过期', 'Expire') },
  wait: { label: say('等待', 'Wait') },
  report: { label: say('打印机报告', 'Report of the printer') },
  alert: { label: say('提醒', 'Alert'), tone: 'warning' },
  'alert-over': { label: say('提醒结束', 'Alert over') },
  found: { label: say('在网络上发现', 'Found in the network') },
  'test-page': { label: say('测试页', 'Test page') },
  start: { label: say('开始', 'Begin') },
  progress: { label: say('进度', 'Progress') },
  finish: { label: say('完成', 'Finish'), tone: 'success' },
  fail: { label: say('失败', 'Fail'), tone: 'error' },
}

/** The name of every action that the trail may hold. Where records share a verb, the first one names it. */
export function actionNames(recordTypes: readonly AnyResource[]): Record<string, ChoiceValue> {
  const verbs = recordTypes.flatMap((of) =>
    Object.entries(of.actions ?? {}).map(([name, { label }]): [string, ChoiceValue] => [name, { label }]),
  )
  return { ...Object.fromEntries(verbs.reverse()), ...own }
}
