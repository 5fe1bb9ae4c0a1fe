import { choice, datetime, hash, integer, reference, sentence, text } from '../../engine/fields/index.js'
import { Conflict, Invalid } from '../../engine/problems.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { nobody } from '../access/roles.js'
import { audit } from '../groups.js'
import { discardExport } from './discardExport.js'
import { currentMonth, monthRange } from './monthRange.js'

const auditors = ['auditor', 'supervisor', 'admin']

/** A month for the auditor, made in the background into one ZIP that can be checked without this system. */
export const monthExports = resource('month-exports', {
  label: say('月度归档', 'Month exports'),
  group: audit,
  icon: 'monthExport',
  title: 'month',
  fields: {
    month: text({
      label: say('月份', 'Month'),
      help: say('写作 2026-11，按北京时间。', 'Written 2026-11; a month of Asia/Shanghai days.'),
      required: true,
      fixed: true,
      index: true,
      max: 7,
      width: 100,
    }),
    language: choice({
      label: say('语言', 'Language'),
      required: true,
      fixed: true,
      default: 'zh',
      choices: { zh: { label: say('中文', 'Chinese') }, en: { label: say('英文', 'English') } },
      width: 80,
    }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      index: true,
      width: 100,
      choices: {
        queued: { label: say('排队中', 'Waiting'), tone: 'neutral' },
        making: { label: say('制作中', 'Being made'), tone: 'info' },
        ready: { label: say('可下载', 'Ready'), tone: 'success' },
        failed: { label: say('失败', 'Failed'), tone: 'error' },
        discarded: { label: say('已清除', 'Discarded'), tone: 'neutral' },
      },
    }),
    progress: integer({
      label: say('进度 %', 'Progress %'),
      required: true,
      readOnly: true,
      min: 0,
      max: 100,
      width: 80,
    }),
    step: sentence({ label: say('步骤', 'Step'), width: 220 }),
    requestedBy: reference('users', { label: say('申请人', 'Requested by'), readOnly: true, width: 110 }),
    size: integer({ label: say('文件大小', 'Size'), readOnly: true, width: 110 }),
    sha256: hash({ label: say('ZIP 指纹', 'SHA-256 of the ZIP'), width: 140 }),
    manifestSha256: hash({ label: say('清单指纹', 'SHA-256 of the manifest'), width: 140 }),
    auditSeq: integer({ label: say('审计链末号', 'Audit head'), readOnly: true, width: 100 }),
    auditHash: hash({ label: say('审计链末指纹', 'Hash of the audit head') }),
    error: sentence({ label: say('失败原因', 'Why it failed'), width: 260 }),
    startedAt: datetime({ label: say('开始时间', 'Started at'), readOnly: true, width: 130 }),
    endedAt: datetime({ label: say('结束时间', 'Ended at'), readOnly: true, width: 130 }),
    fileId: integer({ label: say('文件', 'File'), readOnly: true, readBy: nobody }),
  },
  grid: [
    'month',
    'language',
    'status',
    'progress',
    'step',
    'size',
    'requestedBy',
    'createdAt',
    'endedAt',
    'error',
  ],
  form: [
    ['month', 'language'],
    ['status', 'progress', 'step'],
    ['size', 'sha256', 'manifestSha256'],
    ['auditSeq', 'auditHash'],
    'error',
    ['requestedBy', 'startedAt', 'endedAt'],
  ],
  filters: ['month', 'status', 'createdAt'],
  sort: ['id', 'DESC'],
  rights: { read: auditors, create: auditors, update: nobody, delete: nobody },
  async prepare({ db, tx, now, who }, values) {
    const month = String(values.month)
    if (!monthRange(month))
      throw Invalid({ month: say('月份应写作 2026-11。', 'Write the month as 2026-11.') })
    if (month > currentMonth(now))
      throw Invalid({ month: say('这个月还没有开始。', 'That month has not begun.') })
    const [same] = await db.select(
      `SELECT id FROM month_exports WHERE month = ? AND language = ? AND status IN ('queued', 'making')`,
      [month, String(values.language ?? 'zh')],
      tx,
    )
    if (same)
      throw Conflict(
        say(
          `${month} 正在制作中，完成后即可下载，不必再申请。`,
          `${month} is being made already. It can be downloaded as soon as that is done.`,
        ),
      )
    return { ...values, status: 'queued', progress: 0, requestedBy: who.kind === 'user' ? who.id : null }
  },
  actions: { discard: discardExport },
})
