import { choice, datetime, integer, longtext, quantity, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, nobody } from '../access/roles.js'
import { warehouse } from '../groups.js'
import { cancelHandover } from './cancelHandover.js'
import { handoverLifecycle } from './handoverLifecycle.js'
import { handoverLines } from './handoverLines.js'
import { handOverGoods } from './handOverGoods.js'
import { issueHandover } from './issueHandover.js'
import { prepareHandover } from './prepareHandover.js'

/** 交接单: the shipments that a carrier takes on one vehicle, signed for by both sides. */
export const handovers = resource('handovers', {
  label: say('交接单', 'Handovers'),
  group: warehouse,
  icon: 'handover',
  title: 'no',
  fields: {
    no: text({ label: say('交接单号', 'Handover no.'), readOnly: true, unique: true, max: 30, width: 160 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: handoverLifecycle.states,
      index: true,
      width: 90,
    }),
    warehouseId: reference('warehouses', {
      label: say('仓库', 'Warehouse'),
      required: true,
      readOnly: true,
      width: 120,
    }),
    carrier: text({ label: say('承运商', 'Carrier'), required: true, index: true, max: 60, width: 150 }),
    vehicle: text({ label: say('车牌号', 'Vehicle'), max: 20, width: 110 }),
    driver: text({ label: say('司机', 'Driver'), max: 40, width: 90 }),
    driverPhone: text({ label: say('司机电话', "Driver's phone"), max: 40, width: 130 }),
    sealNo: text({ label: say('封签号', 'Seal no.'), max: 40, width: 120 }),
    lines: handoverLines,
    packages: integer({ label: say('总件数', 'Packages'), required: true, readOnly: true, width: 80 }),
    weightKg: quantity({ label: say('总重 kg', 'Weight kg'), readOnly: true, width: 90 }),
    receivedBy: text({ label: say('接货人', 'Received by'), readOnly: true, max: 40, width: 90 }),
    discrepancies: longtext({ label: say('差异、破损', 'Discrepancies'), readOnly: true, max: 1000 }),
    cancelReason: text({ label: say('取消原因', 'Reason of cancellation'), readOnly: true, max: 200 }),
    issuedAt: datetime({ label: say('出单时间', 'Issued at'), readOnly: true, width: 130 }),
    handedOverAt: datetime({
      label: say('交接时间', 'Handed over at'),
      readOnly: true,
      index: true,
      width: 130,
    }),
    handedOverBy: reference('users', { label: say('交货人', 'Handed over by'), readOnly: true, width: 100 }),
  },
  grid: ['no', 'status', 'carrier', 'vehicle', 'driver', 'packages', 'weightKg', 'createdAt', 'handedOverAt'],
  form: [['carrier', 'vehicle'], ['driver', 'driverPhone', 'sealNo'], 'lines'],
  filters: ['status', 'warehouseId', 'carrier', 'createdAt', 'handedOverAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['no', 'carrier'] },
  rights: { read: everyone, create: ['warehouse'], update: ['warehouse'], delete: nobody },
  updateWhen: { status: ['draft', 'issued'] },
  lifecycle: handoverLifecycle,
  prepare: prepareHandover,
  actions: { issue: issueHandover, handOver: handOverGoods, cancel: cancelHandover },
})
