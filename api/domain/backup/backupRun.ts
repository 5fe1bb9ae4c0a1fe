import { choice, datetime, hash, integer, sentence, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { nobody } from '../access/roles.js'
import { audit } from '../groups.js'

/** Every backup: when, where, how much, and whether it could be restored and was the same. */
export const backupRuns = resource('backup-runs', {
  label: say('备份', 'Backups'),
  comesFrom: say(
    '按系统设置里的时间自动备份，也可运行 npm run backup。',
    'Made at the time of the settings, or by npm run backup.',
  ),
  group: audit,
  icon: 'backup',
  title: 'file',
  fields: {
    slot: datetime({ label: say('计划时间', 'Planned for'), readOnly: true, index: true, width: 140 }),
    origin: choice({
      label: say('来源', 'Origin'),
      required: true,
      readOnly: true,
      width: 90,
      choices: {
        schedule: { label: say('定时', 'Schedule') },
        command: { label: say('命令', 'Command') },
      },
    }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      index: true,
      width: 120,
      choices: {
        running: { label: say('进行中', 'Running'), tone: 'info' },
        written: { label: say('已备份', 'Written'), tone: 'warning' },
        proven: { label: say('已备份并验证恢复', 'Written, restore proven'), tone: 'success' },
        failed: { label: say('失败', 'Failed'), tone: 'error' },
      },
    }),
    step: sentence({ label: say('步骤', 'Step'), width: 160 }),
    file: text({ label: say('文件', 'File'), readOnly: true, max: 200, width: 240 }),
    size: integer({ label: say('字节', 'Bytes'), readOnly: true, width: 110 }),
    sha256: hash({ label: say('文件指纹', 'SHA-256 of the file'), width: 140 }),
    tables: integer({ label: say('表数', 'Tables'), readOnly: true, width: 70 }),
    rowCount: integer({ label: say('行数', 'Rows'), readOnly: true, width: 90 }),
    auditSeq: integer({ label: say('审计链末号', 'Audit head'), readOnly: true, width: 100 }),
    auditHash: hash({ label: say('审计链末指纹', 'Hash of the audit head') }),
    testedAt: datetime({ label: say('恢复验证于', 'Restore proven at'), readOnly: true, width: 140 }),
    error: sentence({ label: say('失败原因', 'Why it failed'), width: 280 }),
    endedAt: datetime({ label: say('结束时间', 'Ended at'), readOnly: true, width: 140 }),
  },
  grid: ['createdAt', 'status', 'origin', 'file', 'size', 'rowCount', 'testedAt', 'endedAt', 'error'],
  form: [
    ['status', 'origin', 'slot', 'step'],
    ['file', 'size'],
    'sha256',
    ['tables', 'rowCount', 'auditSeq'],
    'auditHash',
    ['testedAt', 'endedAt'],
    'error',
  ],
  filters: ['status', 'createdAt'],
  sort: ['id', 'DESC'],
  rights: { read: ['auditor', 'supervisor', 'admin'], create: nobody, update: nobody, delete: nobody },
})
