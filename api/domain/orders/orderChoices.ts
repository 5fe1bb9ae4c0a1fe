import type { ChoiceValue } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

export const channels = {
  phone: { label: say('电话', 'Phone') },
  email: { label: say('邮件', 'Mail') },
  fax: { label: say('传真', 'Fax') },
  web: { label: say('网站', 'Web') },
  platform: { label: say('电商平台', 'Platform') },
  'walk-in': { label: say('到店', 'Walk-in') },
} satisfies Record<string, ChoiceValue>

export const payMethods = {
  prepaid: { label: say('款到发货', 'Prepaid') },
  cod: { label: say('货到付款', 'Cash on delivery') },
  monthly: { label: say('月结', 'Monthly') },
  installments: { label: say('分期付款', 'Instalments') },
  online: { label: say('在线支付', 'Online') },
} satisfies Record<string, ChoiceValue>

export const shipMethods = {
  express: { label: say('快递', 'Express') },
  freight: { label: say('物流', 'Freight') },
  'own-truck': { label: say('专车配送', 'Own truck') },
  pickup: { label: say('自提', 'Pick-up') },
} satisfies Record<string, ChoiceValue>

export const urgencies = {
  normal: { label: say('普通', 'Normal'), tone: 'neutral' },
  urgent: { label: say('加急', 'Urgent'), tone: 'error' },
} satisfies Record<string, ChoiceValue>

export const fulfilments = {
  none: { label: say('未占用', 'None'), tone: 'neutral' },
  reserved: { label: say('已占用', 'Reserved'), tone: 'info' },
  'partly-shipped': { label: say('部分发货', 'Partly shipped'), tone: 'warning' },
  shipped: { label: say('已发货', 'Shipped'), tone: 'info' },
  delivered: { label: say('已签收', 'Delivered'), tone: 'success' },
} satisfies Record<string, ChoiceValue>
