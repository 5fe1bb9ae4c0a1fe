import { boolean, choice, datetime, json, quantity, reference, text } from '../../../engine/fields/index.js'
import { Invalid } from '../../../engine/problems.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyone } from '../../access/roles.js'
import { paper } from '../../groups.js'
import { linkFound } from '../found/linkFound.js'
import { driftPages } from './driftPages.js'
import { offsetRange } from './offset.js'
import { pausePrinter } from './pausePrinter.js'
import { credentialFields, prepareCredentials } from './printerCredentials.js'
import { reasonsField } from './reasonsField.js'
import { resumePrinter } from './resumePrinter.js'
import { rulerPage } from './rulerPage.js'
import { testPage } from './testPage.js'
import { trustCertificate } from './trustCertificate.js'

const IDENTITY = ['uri', 'uuid', 'site']
const REACHED_BY = ['uri', 'username', 'password', 'tlsPin', 'tlsCa']

/** A printer that speaks IPP. It belongs to a site; only that site's print servers drive it. */
export const printers = resource('printers', {
  label: say('打印机', 'Printers'),
  group: paper,
  icon: 'printer',
  title: 'name',
  fields: {
    name: text({ label: say('名称', 'Name'), required: true, unique: true, max: 60, width: 180 }),
    uri: text({
      label: say('地址', 'Address'),
      help: say('如 ipp://192.168.1.20:631/ipp/print', 'Such as ipp://192.168.1.20:631/ipp/print'),
      required: true,
      max: 200,
      width: 280,
    }),
    site: text({
      label: say('站点', 'Site'),
      required: true,
      default: 'main',
      index: true,
      max: 40,
      width: 90,
    }),
    paper: choice({
      label: say('装的纸', 'Paper loaded'),
      width: 130,
      choices: {
        'form-241-half': {
          label: say('241 连续纸二等分（241×139.7 mm）', 'Continuous form 241, half (241×139.7 mm)'),
        },
        a4: { label: say('A4（210×297 mm）', 'A4 (210×297 mm)') },
        'form-241-full': {
          label: say('241 连续纸整张（241×279.4 mm）', 'Continuous form 241, full (241×279.4 mm)'),
        },
        'form-241-third': {
          label: say('241 连续纸三等分（241×93.1 mm）', 'Continuous form 241, third (241×93.1 mm)'),
        },
        a5: { label: say('A5 横向（210×148 mm）', 'A5 landscape (210×148 mm)') },
        'label-100x150': { label: say('标签 100×150 mm', 'Label 100×150 mm') },
        'label-76x130': { label: say('标签 76×130 mm', 'Label 76×130 mm') },
        'label-100x180': { label: say('标签 100×180 mm', 'Label 100×180 mm') },
      },
    }),
    offsetX: quantity({
      label: say('水平微调（mm）', 'Offset to the right (mm)'),
      help: say(
        '正数向右移，负数向左移；先打标尺页再量。',
        'Negative moves to the left. Print a ruler page and measure first.',
      ),
      ...offsetRange,
    }),
    offsetY: quantity({
      label: say('垂直微调（mm）', 'Offset down (mm)'),
      help: say('正数向下移，负数向上移。', 'Negative moves up.'),
      ...offsetRange,
    }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      default: 'unknown',
      width: 90,
      choices: {
        unknown: { label: say('未知', 'Unknown'), tone: 'neutral' },
        idle: { label: say('空闲', 'Idle'), tone: 'success' },
        processing: { label: say('打印中', 'Printing'), tone: 'info' },
        stopped: { label: say('停止', 'Stopped'), tone: 'error' },
        unreachable: { label: say('连不上', 'Unreachable'), tone: 'error' },
      },
    }),
    reasons: reasonsField(160),
    paused: boolean({
      label: say('已暂停', 'Paused'),
      required: true,
      readOnly: true,
      default: false,
      width: 80,
    }),
    uuid: text({ label: say('设备标识', 'Device UUID'), readOnly: true, max: 80 }),
    info: text({ label: say('型号', 'Model'), readOnly: true, max: 120 }),
    options: json({
      label: say('高级选项', 'Options'),
      help: say('如 {"tray":"tray-2"}', 'Such as {"tray":"tray-2"}'),
      readBy: ['admin'],
    }),
    ...credentialFields,
    capabilities: json({ label: say('能力与存量', 'Capabilities and supplies'), readOnly: true }),
    seenAt: datetime({ label: say('最近应答', 'Last answered'), readOnly: true, width: 130 }),
    pausedBy: reference('users', { label: say('暂停人', 'Paused by'), readOnly: true }),
  },
  grid: ['name', 'status', 'reasons', 'paused', 'paper', 'uri', 'site', 'info'],
  form: [
    ['name', 'site'],
    ['uri', 'paper'],
    ['offsetX', 'offsetY'],
    ['username', 'password'],
    'tlsPin',
    'tlsCa',
    'options',
    ['status', 'reasons', 'paused'],
    ['info', 'uuid'],
  ],
  filters: ['status', 'paused', 'site'],
  sort: ['name', 'ASC'],
  search: { fields: ['name'], anywhere: true },
  rights: { read: everyone, create: ['admin'], update: ['admin'], delete: ['admin'] },
  async prepare({ db }, values, before) {
    if (values.uri !== undefined && !isIppUri(String(values.uri)))
      throw Invalid({
        uri: say(
          '打印机地址应写作 ipp://主机:631/ipp/print，或以 ipps:// 开头。',
          'Write the address as ipp://host:631/ipp/print, or ipps://.',
        ),
      })
    return prepareCredentials(db, values, before)
  },
  async afterWrite(context, record, before) {
    const { db, tx } = context
    if (!before || IDENTITY.some((name) => record[name] !== before[name]))
      await linkFound(context, { ...record, id: Number(record.id) })
    // What decides whether it answers was changed: it is looked at now and not in half a minute.
    if (before && REACHED_BY.some((name) => record[name] !== before[name]))
      await db.execute('UPDATE printers SET lookAt = NULL WHERE id = ?', [Number(record.id)], tx)
  },
  actions: { pause: pausePrinter, resume: resumePrinter, testPage, rulerPage, driftPages, trustCertificate },
})

function isIppUri(uri: string): boolean {
  const parsed = URL.canParse(uri) ? new URL(uri) : null
  return (
    parsed !== null && (parsed.protocol === 'ipp:' || parsed.protocol === 'ipps:') && parsed.hostname !== ''
  )
}
