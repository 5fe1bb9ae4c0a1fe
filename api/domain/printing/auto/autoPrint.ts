import { choice, reference, text } from '../../../engine/fields/index.js'
import { Invalid } from '../../../engine/problems.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyone } from '../../access/roles.js'
import { setup } from '../../groups.js'
import { documentKind, documentKinds } from '../documents/documentKinds.js'
import { kindsAt, moments, type Moment } from './moments.js'

const isMoment = (value: unknown): value is Moment => typeof value === 'string' && value in moments

/** Which papers print by themselves, and when. */
export const autoPrints = resource('auto-prints', {
  label: say('自动打印', 'Automatic prints'),
  group: setup,
  icon: 'print',
  title: 'id',
  fields: {
    moment: choice({ label: say('时机', 'When'), required: true, choices: moments, width: 180 }),
    kind: choice({ label: say('单据', 'Paper'), required: true, choices: documentKinds, width: 140 }),
    warehouseId: reference('warehouses', {
      label: say('仓库', 'Warehouse'),
      help: say('不选则适用于所有仓库。', 'Empty: any warehouse.'),
      width: 140,
    }),
    scope: text({ label: say('适用范围', 'Scope'), readOnly: true, required: true, unique: true, max: 80 }),
  },
  grid: ['moment', 'kind', 'warehouseId'],
  form: [['moment', 'kind', 'warehouseId']],
  filters: ['moment', 'kind', 'warehouseId'],
  sort: ['scope', 'ASC'],
  rights: { read: everyone, create: ['admin'], update: ['admin'], delete: ['admin'] },
  prepare(_context, values, before) {
    const { moment, kind, warehouseId } = { ...before, ...values }
    const possible = isMoment(moment) ? kindsAt[moment] : []
    if (!possible.some((one) => one === kind))
      throw Invalid({
        kind: say(
          `这个时机只能打印：${possible.map((one) => documentKinds[one].label.zh).join('、')}。`,
          `At this moment only these can print: ${possible.map((one) => documentKinds[one].label.en).join(', ')}.`,
        ),
      })
    return Promise.resolve({
      ...values,
      scope: [moment, documentKind(kind), warehouseId ?? '*'].map(String).join(' '),
    })
  },
})
