import type { ChoiceValue } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

const waiting = (zh: string, en: string): ChoiceValue => ({ label: say(zh, en), tone: 'warning' })
const broken = (zh: string, en: string): ChoiceValue => ({ label: say(zh, en), tone: 'error' })

/** Why a printer, and so its jobs, wait: IPP keywords (RFC 8011, PWG 5100.9) and our own, in plain words. */
export const printerReasons: Record<string, ChoiceValue> = {
  unreachable: broken('连不上打印机', 'The printer cannot be reached'),
  busy: waiting('打印机正忙', 'The printer is busy'),
  'not-accepting': waiting('打印机暂不接收任务', 'The printer accepts no jobs now'),
  unauthorized: broken('打印机拒绝了登录', 'The printer refused the sign-in'),
  tls: broken('打印机的证书不可信', "The printer's certificate is not trusted"),
  'tls-required': broken(
    '打印机要求加密连接，请把地址改为 ipps://',
    'The printer wants an encrypted connection: change its address to ipps://',
  ),
  'renderer-unavailable': waiting('排版程序暂不可用', 'The renderer is not available'),
  paused: waiting('打印机已暂停', 'The printer is paused'),
  'moving-to-paused': waiting('打印机正在暂停', 'The printer is pausing'),
  'media-empty': broken('缺纸', 'Out of paper'),
  'media-needed': broken('请装纸', 'Paper is needed'),
  'media-low': waiting('纸快用完', 'Paper is low'),
  check: waiting('打印前须有人打开预览核对', 'Somebody must look at the preview first'),
  'media-jam': broken('卡纸', 'Paper jam'),
  'cover-open': broken('盖子未合上', 'A cover is open'),
  'door-open': broken('门未关好', 'A door is open'),
  'interlock-open': broken('护盖未合上', 'An interlock is open'),
  'input-tray-missing': broken('纸盒未装好', 'The paper tray is missing'),
  'output-tray-missing': broken('出纸盒未装好', 'The output tray is missing'),
  'output-area-full': broken('出纸口已满', 'The output tray is full'),
  'output-area-almost-full': waiting('出纸口快满了', 'The output tray is almost full'),
  'toner-low': waiting('碳粉不足', 'Toner is low'),
  'toner-empty': broken('碳粉用完', 'Out of toner'),
  'marker-supply-low': waiting('墨粉不足', 'Ink is low'),
  'marker-supply-empty': broken('墨粉用完', 'Out of ink'),
  'marker-waste-full': broken('废粉盒已满', 'The waste box is full'),
  'spool-area-full': waiting('打印机存储已满', "The printer's memory is full"),
  shutdown: broken('打印机已关机', 'The printer is shut down'),
  'timed-out': broken('打印机没有响应', 'The printer does not answer'),
  stopping: waiting('打印机正在停止', 'The printer is stopping'),
  'stopped-partly': waiting('打印机部分停止', 'The printer is partly stopped'),
  'connecting-to-device': waiting('正在连接打印设备', 'Connecting to the device'),
  'developer-low': waiting('显影剂不足', 'Developer is low'),
  'developer-empty': broken('显影剂用完', 'Out of developer'),
  'fuser-over-temp': broken('定影器过热', 'The fuser is too hot'),
  'fuser-under-temp': waiting('定影器预热中', 'The fuser is warming up'),
  other: waiting('打印机报告了其他问题', 'The printer reports another problem'),
}
