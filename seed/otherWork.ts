import { dayOf, startOfDay } from '../api/engine/day.js'
import { asObjects } from '../api/engine/shapes.js'
import type { Stored } from '../api/engine/resource.js'
import { atDesk, type Desk, type House } from './house.js'
import { TOWN_WAREHOUSE } from './premises.js'
import { WORKDAY } from './workingTime.js'

/** Something that a person of the house does at a time of its own. */
export interface Step {
  /** Working minutes before now. */
  ago: number
  take(): Promise<unknown>
}

/** The work beside the orders: counting, receiving money, statements, carriers, changes, customs. Nothing where there is nothing to do it with. */
export const otherWork = (house: House): Step[] => [
  { ago: 6 * WORKDAY, take: () => countTown(house, 6 * WORKDAY) },
  { ago: 5.9 * WORKDAY, take: () => approveCount(house, 5.9 * WORKDAY) },
  { ago: 5 * WORKDAY, take: () => receiveMoney(house, 5 * WORKDAY, 5) },
  { ago: 2 * WORKDAY, take: () => receiveMoney(house, 2 * WORKDAY, 4) },
  { ago: 1.2 * WORKDAY, take: () => askForLess(house, 1.2 * WORKDAY) },
  { ago: 1.1 * WORKDAY, take: () => refuseChange(house, 1.1 * WORKDAY) },
  { ago: WORKDAY, take: () => stateAccounts(house, WORKDAY) },
  { ago: WORKDAY / 2, take: () => hearAnswers(house, WORKDAY / 2) },
  { ago: 0.8, take: () => handOver(house) },
  { ago: 0.6, take: () => askForChanges(house) },
  { ago: 0.4, take: () => collectExportPapers(house) },
  { ago: 0.2, take: () => startCount(house) },
]

const ids = async (house: House, sql: string, values: (string | number)[] = []) =>
  (await house.db.select(sql, values)).map(({ id }) => Number(id))

const idOf = (record: Stored) => Number(record.id)

/** The paper is made and kept, but past ones stay out of the printer. */
async function issueUnprinted(house: House, who: string, ago: number, resource: string, id: number) {
  const document = await atDesk(house, who, ago, (desk) => desk.act(resource, 'issue', id))
  const jobs = await ids(house, 'SELECT id FROM print_jobs WHERE documentId = ?', [document.id])
  await atDesk(house, 'warehouse', ago, async (desk) => {
    for (const job of jobs) await desk.act('print-jobs', 'cancel', job)
  })
}

/** The town warehouse counts everything. */
async function countTown(house: House, ago: number) {
  const [warehouseId] = await ids(house, 'SELECT id FROM warehouses WHERE code = ?', [TOWN_WAREHOUSE])
  await atDesk(house, 'warehouse', ago, async (desk) => {
    const { id } = await desk.create('stocktakes', { warehouseId, team: '城区一组', remark: '月度盘点' })
    await desk.act('stocktakes', 'start', id)
    const lines = await desk.context.db.select(
      'SELECT id, frozenBook FROM stocktake_lines WHERE stocktakeId = ? ORDER BY id',
      [id],
      desk.context.tx,
    )
    for (const [at, line] of lines.entries()) {
      const counted = Number(line.frozenBook) / 10_000 - (at === 3 ? 2 : 0) + (at === 8 ? 1 : 0)
      await desk.update('stocktake-lines', idOf(line), { counted: String(counted) })
    }
    return desk.act('stocktakes', 'finish', id)
  })
}

/** The supervisor posts what was found. */
async function approveCount(house: House, ago: number) {
  const [counted] = await ids(house, "SELECT id FROM stocktakes WHERE status = 'counted'")
  if (counted === undefined) return
  await atDesk(house, 'supervisor', ago, (desk) =>
    desk.act('stocktakes', 'approve', counted, { reason: '拆零发货时点错' }),
  )
}

/** Some goods of the main warehouse are being counted as the demo opens, blind. */
async function startCount(house: House) {
  const moved = 'SELECT productId AS id FROM stock_balances WHERE onHand > 0 ORDER BY id LIMIT 8'
  const products = await ids(house, moved)
  const [warehouseId] = await ids(house, 'SELECT id FROM warehouses WHERE isDefault = 1')
  await atDesk(house, 'warehouse', 0.2, async (desk) => {
    const { id } = await desk.create('stocktakes', { warehouseId, products, blind: true, team: '早班' })
    await desk.act('stocktakes', 'start', id)
    for (const productId of products.slice(0, 3)) {
      const { code } = await desk.read('products', productId)
      await desk.act('stocktakes', 'count', id, { code, quantity: '20' })
    }
  })
}

/** Customers pay delivered orders: most by transfer and to the fen, one too much. */
async function receiveMoney(house: House, ago: number, most: number) {
  const unpaid = await house.db.select(
    `SELECT o.id, o.customerId, o.grossAmount FROM orders o WHERE o.fulfilment IN ('shipped', 'delivered')
     AND NOT EXISTS (SELECT 1 FROM receipt_lines l WHERE l.orderId = o.id) ORDER BY o.id LIMIT ${most}`,
  )
  const methods = ['transfer', 'transfer', 'wechat', 'transfer', 'cash']
  await atDesk(house, 'finance', ago, async (desk) => {
    for (const [at, order] of unpaid.entries()) {
      const due = Number(order.grossAmount)
      const receipt = await desk.create('receipts', {
        customerId: Number(order.customerId),
        amount: at === 3 ? due + 50_000 : due,
        method: methods[at % methods.length],
        account: at % 5 === 4 ? '现金' : '椒江商业银行 1234',
        purpose: '货款',
        lines: [{ orderId: idOf(order), amount: due }],
      })
      // The newest waits until the bank shows it.
      if (at < unpaid.length - 1 || most > 4) await desk.act('receipts', 'receive', receipt.id)
    }
  })
}

/** Statements up to that day, for those who got the most deliveries; the last one is still a draft. */
async function stateAccounts(house: House, ago: number) {
  const customers = await ids(
    house,
    `SELECT o.customerId AS id FROM shipments s JOIN orders o ON o.id = s.orderId
     WHERE s.status IN ('dispatched', 'delivered') GROUP BY o.customerId ORDER BY COUNT(*) DESC, o.customerId LIMIT 4`,
  )
  const made = await atDesk(house, 'finance', ago, async (desk) => {
    const periodTo = dayOf(desk.context.now)
    const statements: number[] = []
    for (const customerId of customers)
      statements.push((await desk.create('statements', { customerId, periodTo, terms: '月结 30 天' })).id)
    return statements
  })
  for (const id of made.slice(0, -1)) await issueUnprinted(house, 'finance', ago, 'statements', id)
}

/** One customer agrees with the statement, another does not. */
async function hearAnswers(house: House, ago: number) {
  const [first, second] = await ids(house, "SELECT id FROM statements WHERE status = 'issued' ORDER BY id")
  if (first === undefined || second === undefined) return
  await atDesk(house, 'finance', ago, async (desk) => {
    await desk.act('statements', 'confirm', first, {
      confirmedBy: '对方会计 吴敏',
      confirmedOn: dayOf(desk.context.now),
      evidence: 'stamped',
    })
    const { closing } = await desk.read('statements', second)
    const claimedAmount = Math.max(Number(closing) - 12_000, 0)
    await desk.act('statements', 'dispute', second, { claimedAmount, reason: '有一箱破损，已电话说好折让' })
  })
}

/** A carrier's van takes two shipments; two more stand on the sheet that waits for the next one. */
async function handOver(house: House) {
  const issued = await house.db.select(
    `SELECT id, warehouseId FROM shipments WHERE status = 'issued' ORDER BY warehouseId, id`,
  )
  const mine = issued.filter(({ warehouseId }) => warehouseId === issued[0]?.warehouseId).map(idOf)
  if (mine.length < 4) return
  const sheet = (desk: Desk, vehicle: string, driver: string, shipments: number[]) =>
    desk.create('handovers', {
      carrier: '浙东零担快运',
      vehicle,
      driver,
      driverPhone: '16400001122',
      lines: shipments.map((shipmentId) => ({ shipmentId })),
    })
  const [gone, waiting] = await atDesk(house, 'warehouse', 0.8, async (desk) => [
    (await sheet(desk, '浙J·D6601', '林师傅', mine.slice(0, 2))).id,
    (await sheet(desk, '浙J·D8802', '章师傅', mine.slice(2, 4))).id,
  ])
  for (const id of [gone, waiting]) await issueUnprinted(house, 'warehouse', 0.8, 'handovers', id)
  await atDesk(house, 'warehouse', 0.8, (desk) =>
    desk.act('handovers', 'handOver', gone, { receivedBy: '林师傅' }),
  )
}

const CONFIRMED = `SELECT o.id FROM orders o WHERE o.status = 'confirmed' AND o.fulfilment = 'reserved'
  AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.orderId = o.id) ORDER BY o.id`

async function request(desk: Desk, orderId: number, applicant: string, reason: string, wanted: string) {
  const order = await desk.read('orders', orderId)
  const [line] = asObjects(order.lines)
  const changes = [
    {
      part: `${String(line?.productCode)} ${String(line?.name)}`,
      item: '数量',
      was: String(Number(line?.quantity) / 10_000),
      wanted,
    },
  ]
  return desk.create('change-requests', { kind: 'change', orderId, applicant, reason, changes })
}

async function askForLess(house: House, ago: number) {
  const [orderId] = await ids(house, CONFIRMED)
  if (orderId === undefined) return
  await atDesk(house, 'clerk', ago, (desk) => request(desk, orderId, '客户采购 陈国良', '想减一半', '1'))
}

async function refuseChange(house: House, ago: number) {
  for (const open of await ids(house, "SELECT id FROM change_requests WHERE status = 'open'"))
    await atDesk(house, 'supervisor', ago, (desk) =>
      desk.act('change-requests', 'refuse', open, { reason: '货已备好，客户同意按原数收货' }),
    )
}

/** One customer wants more, another nothing any more: both wait for the supervisor. */
async function askForChanges(house: House) {
  const [more, none] = (await ids(house, CONFIRMED)).slice(2)
  if (more === undefined || none === undefined) return
  await atDesk(house, 'clerk', 0.6, async (desk) => {
    await request(desk, more, '客户 周先生', '工地加量，一起送', '60')
    await desk.create('change-requests', {
      kind: 'cancel',
      orderId: none,
      applicant: '客户 徐女士',
      reason: '工程延期，暂不要货',
    })
  })
}

/** An order goes abroad: some of its papers are there, customs closes in six days. */
async function collectExportPapers(house: House) {
  const [orderId] = (await ids(house, CONFIRMED)).slice(4)
  if (orderId === undefined) return
  await atDesk(house, 'sales', 0.4, async (desk) => {
    const today = dayOf(desk.context.now)
    const set = await desk.create('export-sets', {
      orderId,
      buyer: 'Baltic Hardware OÜ, Tallinn',
      goods: '五金工具及日用百货',
      contractNo: 'CT-2611-07',
      invoiceNo: 'INV-2611-07',
      tradeMode: '一般贸易',
      terms: 'FOB 宁波',
      portOfLoading: '宁波舟山港',
      portOfDischarge: 'Tallinn',
      packages: 46,
      grossWeight: '812.5',
      netWeight: '760',
      volume: '3.6',
      documentsCutOff: startOfDay(today, 5),
      customsCutOff: startOfDay(today, 6),
    })
    const lines = asObjects(set.lines).map((line, at) => ({ ...line, present: at < 4, owner: '何俊涛' }))
    await desk.update('export-sets', set.id, { lines })
  })
}
