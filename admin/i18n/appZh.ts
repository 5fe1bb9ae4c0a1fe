import { requestZh } from '../changeRequests/texts'
import { alertZh } from '../printerAlerts/texts'
import { dashboardZh } from '../dashboard/texts'
import { foundZh } from '../foundPrinters/texts'
import { imageZh } from '../images/texts'
import { monthZh } from '../month/texts'
import { orderZh } from '../orders/texts'
import { exportSetZh } from '../exportSets/texts'
import { papersZh } from '../papers/texts'
import { ruleZh } from '../printRules/texts'
import { scanZh } from '../scans/texts'
import { printerZh } from '../printers/texts'
import { searchZh } from '../search/texts'
import { settingsZh } from '../settings/texts'
import { setupZh } from '../setup/texts'
import { stocktakeZh } from '../stocktakes/texts'
import { shipmentZh } from '../shipments/texts'
import { templateZh } from '../templates/texts'

/** The console's own texts, Chinese. Labels of records and fields are not here: they come with the schema. */
export const appZh = {
  ...dashboardZh,
  ...alertZh,
  ...foundZh,
  ...imageZh,
  ...monthZh,
  ...orderZh,
  ...exportSetZh,
  ...papersZh,
  ...ruleZh,
  ...scanZh,
  ...printerZh,
  ...searchZh,
  ...requestZh,
  ...settingsZh,
  ...setupZh,
  ...stocktakeZh,
  ...shipmentZh,
  ...templateZh,
  busy: '正在处理',
  copy: '复制',
  copied: '已复制',
  auditTrail: '操作记录',
  timeLine: '经过',

  'action.made': '已生成 %{name}',
  'action.open': '打开',
  'batch.waiting': '正在等待：%{why}。处理好以后会从停下的地方继续，不用数纸。',
  'batch.places': '位置',
  'batch.cover': '封面',
  'batch.decide': '请到打印机旁看一眼，这些纸出来了吗？',
  'batch.out': '出来了',
  'batch.again': '没有，再打一次',
  'batch.allOut': '全部出来了',
  'batch.allAgain': '全部再打一次',
  'batch.refused': '没有列入这一批',
  'batch.onPaper': '纸上现状',
  'batch.of': '批次 %{name} · %{place}/%{count}',
  'batch.perhaps': '可能不完整',

  'bulk.done': '%{count} 条已完成',
  'bulk.failed': '未完成',
  'bulk.ok': '完成',
  'bulk.result': '完成 %{done} 条，未完成 %{failed} 条',
  'bulk.subject': '%{count} 条%{name}',

  'dashboard.mine': '待我处理',
  'dashboard.all': '进行中',
  'dashboard.others': '其他进行中',
  'task.uncertain': '打印结果待确认',
  'task.recall': '已失效单据待收回',
  'task.overdue': '逾期未回的回单',
  'task.check': '打印前待核对',
  'task.notPrinted': '未能自动打印的单据',
  'task.failed': '打印失败',
  'task.printers': '停下的打印机',
  'task.paused': '已暂停的打印机',
  'task.drafts': '草稿订单，待提交',
  'task.toConfirm': '订单待确认',
  'task.toShip': '已确认订单，待发货',
  'task.collecting': '报关资料待备齐',
  'task.counted': '盘点待批准',
  'task.toReceive': '收款待确认',
  'task.disputed': '对账有异议',
  'task.toAgree': '对账单待客户确认',
  'task.toDecide': '变更、取消申请待审批',
  'task.toIssue': '发货单待出单',
  'task.toDispatch': '已出单，待发出',
  'task.toDeliver': '在途，待签收',
  'task.printing': '打印队列',

  'edit.saveFirst': '先保存已填的内容',
  'error.sessionEnded': '登录已过期。填好的内容都还在，重新登录后接着做。',
  'error.unreachable': '连不上服务器。填好的内容都还在，请检查网络后再试一次。',
  'error.status': '服务器返回错误（%{status}），请稍后再试',

  'invalid.integer': '请填整数',
  'invalid.quantity': '请填数字，最多四位小数',
  'invalid.money': '请填金额，最多两位小数',
  'invalid.price': '请填单价，最多六位小数',
  'invalid.rate': '请填百分比，如 13 或 13%',

  'invalid.json': '不是有效的 JSON',

  'lines.add': '添加一行',
  'lines.remove': '删除此行',
  'lines.none': '没有明细',
  'lines.scrolls': '表格比窗口宽，可用方向键左右滚动',
  'lines.keys': 'Enter 下一格 · ↑↓ 换行 · Ctrl+Enter 到空行 · Ctrl+Delete 删除行',

  'export.xlsx': '导出 Excel（XLSX）',
  'export.csv': '导出 CSV',

  'list.all': '全部',
  'list.pin': '固定在列表上方',
  'list.chosen': '指定的 %{count} 条',
  'list.filter': '筛选',
  'list.from': '从',
  'list.to': '到',
  'list.noMatch': '没有符合条件的%{name}',
  'list.madeElsewhere': '由有权限的同事新建，或由其他操作自动产生。',
  'list.import': '从表格导入',

  'live.on': '与服务器实时同步',
  'live.off': '实时更新已断开，正在重连；可以手动刷新',
  'live.short': '实时',
  'live.offShort': '离线',

  'order.noShipments': '还没有发货',
  'order.nothingToShip': '没有可发的已占用库存',
  'order.shipNothing': '没有要发的数量：请至少填写一行的数量，或取消。',
  'order.line': '商品',
  'order.open': '待发',

  'password.title': '修改密码',
  'password.current': '当前密码',
  'password.next': '新密码',
  'password.again': '再输一次新密码',
  'password.differ': '两次输入的新密码不一样',
  'password.done': '密码已修改',

  'queue.preview': '预览（即将打印的内容）',
  'queue.openFirst': '先打开预览看一遍，回来再打勾。',
  'queue.noOther': '没有别的打印机。',
  'queue.otherPaper': '装的是别的纸',
  'queue.drawing': '正在排版预览…',
  'queue.uncertain': '请到打印机旁看一眼：纸出来了吗？',
  'queue.checked': '核对无误，打印',
  'queue.waits': '在等：%{reasons}',
  'queue.actions': '操作',

  'reference.none': '没有找到，换个词试试',
  'reference.searching': '正在查找…',

  'role.admin': '系统管理员',
  'role.clerk': '订单文员',
  'role.sales': '销售',
  'role.confirmer': '订单确认员',
  'role.finance': '财务',
  'role.warehouse': '仓库',
  'role.service': '客服',
  'role.supervisor': '主管',
  'role.auditor': '审计',

  'shortcut.title': '快捷键',
  'shortcut.here': '本页',
  'shortcut.grid': '明细表格',
  'shortcut.search': '搜索',
  'shortcut.create': '新建',
  'shortcut.edit': '编辑',
  'shortcut.save': '保存',
  'shortcut.help': '显示快捷键',
  'shortcut.toLines': '到明细的空行',
  'shortcut.nextCell': '下一格，末格则添加一行',
  'shortcut.rows': '上一行、下一行',
  'shortcut.removeRow': '删除此行',
  'shortcut.scanner': '扫码枪：在任何页面扫单据上的码，直接打开那张单据。',

  'saved.title': '我的筛选',
  'saved.none': '还没有保存的筛选。设好筛选和排序后，取个名字保存。',
  'saved.name': '当前筛选存为',
  'saved.save': '保存',

  'show.related': '相关记录',
  'reveal.title': '请现在抄下来',
  'reveal.text': '以下内容只显示这一次，关闭后无法再看到。',
  'signIn.what': '订单 · 发货 · 单据',

  'stale.title': '这条记录刚刚被别人修改过，现在是：',
  'stale.keep': '载入最新，保留我填的',
  'stale.discard': '放弃我填的',
}

export type AppMessage = keyof typeof appZh
