import { boolean, choice, integer, rate } from '../../engine/fields/index.js'
import { Conflict } from '../../engine/problems.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { nobody } from '../access/roles.js'
import { setup } from '../groups.js'
import { payMethods, shipMethods } from '../orders/orderChoices.js'
import { untilSaved } from './houseSettings.js'

const keepers = ['admin', 'supervisor']

/** One row: what the house decides while the programs run. How the programs run is set by their environment. */
export const settings = resource('settings', {
  label: say('系统设置', 'Settings'),
  group: setup,
  icon: 'settings',
  title: 'id',
  fields: {
    taxIncluded: boolean({
      label: say('新订单的单价含税', 'New orders: prices include tax'),
      required: true,
      default: untilSaved.taxIncluded,
    }),
    payMethod: choice({
      label: say('新订单的付款方式', 'New orders: payment'),
      required: true,
      choices: payMethods,
      default: untilSaved.payMethod,
    }),
    shipMethod: choice({
      label: say('新订单的运输方式', 'New orders: shipping'),
      required: true,
      choices: shipMethods,
      default: untilSaved.shipMethod,
    }),
    taxRate: rate({
      label: say('新商品的税率', 'New products: tax rate'),
      help: say('订单明细沿用商品的税率。', 'Lines of orders take the rate of their product.'),
      required: true,
      default: untilSaved.taxRate,
    }),
    confirmWithinDays: integer({
      label: say('几天未确认算迟', 'Days until an unconfirmed order is late'),
      help: say(
        '提交后过了这么多天还没确认，工作台会提醒。',
        'The desk tells of orders that wait for longer.',
      ),
      required: true,
      min: 1,
      max: 60,
      default: untilSaved.confirmWithinDays,
    }),
    printerAlertMinutes: integer({
      label: say('打印机等多少分钟后提醒', 'Minutes a printer may keep papers waiting'),
      help: say(
        '之后顶栏出现提醒，指向那台打印机。',
        'Then the bar on top tells of it and leads to the printer.',
      ),
      required: true,
      min: 1,
      max: 1440,
      default: untilSaved.printerAlertMinutes,
    }),
    sessionIdleHours: integer({
      label: say('不操作几小时后要重新登录', 'Sign in again after so many idle hours'),
      required: true,
      min: 1,
      max: 168,
      default: untilSaved.sessionIdleHours,
      writeBy: ['admin'],
    }),
    sessionDays: integer({
      label: say('登录最长保持几天', 'A sign-in lasts at most so many days'),
      help: say('对以后的登录有效。', 'For sign-ins from now on.'),
      required: true,
      min: 1,
      max: 90,
      default: untilSaved.sessionDays,
      writeBy: ['admin'],
    }),
  },
  grid: ['taxIncluded', 'payMethod', 'shipMethod', 'taxRate', 'confirmWithinDays'],
  form: [
    ['taxIncluded', 'payMethod', 'shipMethod'],
    ['taxRate', 'confirmWithinDays', 'printerAlertMinutes'],
    ['sessionIdleHours', 'sessionDays'],
  ],
  sort: ['id', 'ASC'],
  rights: { read: [...keepers, 'auditor'], create: keepers, update: keepers, delete: nobody },
  async prepare({ db, tx }, values, before) {
    const [row] = before ? [] : await db.select('SELECT id FROM settings', [], tx)
    if (row)
      throw Conflict(say('系统设置只有一份，请直接修改。', 'There is one record of settings; edit that one.'))
    return values
  },
})
