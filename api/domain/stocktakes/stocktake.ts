import { boolean, choice, datetime, integer, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyoneBut, nobody } from '../access/roles.js'
import { warehouse } from '../groups.js'
import { qualityField } from '../stock/quality.js'
import { approveStocktake } from './approveStocktake.js'
import { cancelStocktake } from './cancelStocktake.js'
import { countProduct } from './countProduct.js'
import { finishStocktake } from './finishStocktake.js'
import { issueStocktake } from './issueStocktake.js'
import { recountStocktake } from './recountStocktake.js'
import { startStocktake } from './startStocktake.js'
import { stocktakeLifecycle } from './stocktakeLifecycle.js'

const stamp = (zh: string, en: string) =>
  datetime({ label: say(`${zh}时间`, `${en} at`), readOnly: true, width: 130 })
const stampBy = (zh: string, en: string) =>
  reference('users', { label: say(`${zh}人`, `${en} by`), readOnly: true, width: 100 })

/** 盘点: book quantities are frozen at the start, counted by the warehouse, and the differences posted by a supervisor. */
export const stocktakes = resource('stocktakes', {
  label: say('盘点', 'Stocktakes'),
  group: warehouse,
  icon: 'stocktake',
  title: 'no',
  fields: {
    no: text({ label: say('盘点单号', 'Stocktake no.'), readOnly: true, unique: true, max: 30, width: 160 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: stocktakeLifecycle.states,
      index: true,
      width: 90,
    }),
    warehouseId: reference('warehouses', {
      label: say('仓库', 'Warehouse'),
      required: true,
      index: true,
      width: 140,
    }),
    quality: qualityField,
    products: reference('products', {
      label: say('盘点商品', 'Products to count'),
      help: say('不选则盘点该仓库全部在库商品。', 'Empty: everything that this warehouse holds.'),
      many: true,
    }),
    blind: boolean({
      label: say('盲盘', 'Blind'),
      help: say('盘点表和盘点时不显示账面数。', 'Neither the sheet nor the counters see the book quantity.'),
      required: true,
      default: false,
      width: 80,
    }),
    team: text({ label: say('盘点组', 'Team'), max: 60, width: 120 }),
    remark: text({ label: say('备注', 'Remark'), max: 200, width: 180 }),
    lineCount: integer({ label: say('商品数', 'Lines'), readOnly: true, width: 80 }),
    differenceCount: integer({ label: say('差异数', 'Differences'), readOnly: true, width: 90 }),
    cancelReason: text({ label: say('取消原因', 'Reason of cancellation'), readOnly: true, max: 200 }),
    startedAt: stamp('开始', 'Started'),
    startedBy: stampBy('开始', 'Started'),
    finishedAt: stamp('盘完', 'Finished'),
    finishedBy: stampBy('盘完', 'Finished'),
    approvedAt: stamp('批准', 'Approved'),
    approvedBy: stampBy('批准', 'Approved'),
  },
  grid: ['no', 'status', 'warehouseId', 'quality', 'blind', 'lineCount', 'differenceCount', 'createdAt'],
  form: [['warehouseId', 'quality'], 'products', ['blind', 'team'], 'remark'],
  filters: ['status', 'warehouseId', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['no'] },
  rights: { read: everyoneBut('service'), create: ['warehouse'], update: ['warehouse'], delete: nobody },
  updateWhen: { status: ['draft'] },
  lifecycle: stocktakeLifecycle,
  actions: {
    start: startStocktake,
    issue: issueStocktake,
    count: countProduct,
    finish: finishStocktake,
    recount: recountStocktake,
    approve: approveStocktake,
    cancel: cancelStocktake,
  },
})
