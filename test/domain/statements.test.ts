import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dayOf } from '../../api/engine/day.js'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import type { House } from '../support/house.js'
import { shipped } from '../support/shipped.js'

const october = { periodFrom: '2026-10-01', periodTo: '2026-10-31' }
const kind = { kind: 'statement' }

async function voided(house: House, receipt: Rec, day: string): Promise<void> {
  await house.as('finance').act('receipts', receipt.id, 'void', { reason: '退票' })
  await house.api.db.execute('UPDATE receipts SET voidedAt = ? WHERE id = ?', [
    `${day}T04:00:00.000Z`,
    receipt.id,
  ])
}

eachDatabase((house) => {
  const finance = () => house().as('finance')
  const paid = (customer: Rec, receivedOn: string, amount: number) =>
    house().received({ customerId: customer.id, receivedOn, amount })
  const draft = (customer: Rec, fields: object = october) =>
    finance().create('statements', { customerId: customer.id, ...fields })
  const issue = async ({ id }: Rec) => {
    const document = await finance().act('statements', id, 'issue', kind)
    return { document, statement: await finance().read('statements', id) }
  }

  beforeAll(async () => {
    await house().copySets()
    await house().mainWarehouse()
  })

  describe('a statement', () => {
    it('tells what left and what was paid, with the balance after each line, and its paper says the same', async () => {
      const customer = await house().customer({ name: '恒达建材' })
      await shipped(house(), customer, '2026-09-20', 100_00)
      const shipment = await shipped(house(), customer, '2026-10-03', 250_50)
      const receipt = await paid(customer, '2026-10-08', 300_00)
      await shipped(house(), customer, '2026-11-02', 999_00)

      const { statement, document } = await issue(await draft(customer, { ...october, carriedIn: 5_00 }))
      const [note] = await finance().list('documents', { shipmentId: shipment.id })
      expect(statement).toMatchObject({
        status: 'issued',
        no: expect.stringMatching(/^DZ20\d{6}-\d{4}$/),
        opening: 105_00,
        charges: 250_50,
        received: 300_00,
        closing: 55_50,
        closingInWords: '人民币伍拾伍元伍角整',
        ageing: { within30: 55_50, within60: 0, within90: 0, older: 0 },
        lines: [
          { day: '2026-10-03', no: note?.no, quantity: '1', charge: 250_50, payment: null, balance: 355_50 },
          { day: '2026-10-08', no: receipt.no, charge: null, payment: 300_00, balance: 55_50 },
        ],
      })
      expect(document).toMatchObject({
        no: statement.no,
        customerName: '恒达建材',
        data: {
          statement: {
            opening: 105_00,
            closing: 55_50,
            from: '2026-10-01',
            to: '2026-10-31',
            salesperson: expect.stringMatching(/./),
          },
          lines: [
            { date: '2026-10-03', charge: 250_50 },
            { payment: 300_00, balance: 55_50 },
          ],
        },
      })
    })

    it('gives the price with tax, which times the quantity is what is charged', async () => {
      const customer = await house().customer()
      const product = await house().product({ price: '26.50', taxRate: '0.13' })
      await house().stock(product, await house().mainWarehouse(), 40)
      const lines = [{ productId: product.id, quantity: 40 }]
      const order = await house().confirmed({ customerId: customer.id, taxIncluded: false, lines })
      expect(order).toMatchObject({ lines: [{ unitPrice: '23.451327' }] })
      await house().dispatched(order)
      const today = dayOf(new Date().toISOString())
      expect(await draft(customer, { periodTo: today })).toMatchObject({
        lines: [{ quantity: '40', unitPrice: '26.5', charge: 1060_00 }],
      })
    })

    it('opens with the closing of the former one, and tells late what came late', async () => {
      const customer = await house().customer()
      await shipped(house(), customer, '2026-10-03', 100_00)
      const receipt = await paid(customer, '2026-10-04', 30_00)
      const { statement: first } = await issue(await draft(customer))
      await paid(customer, '2026-10-30', 20_00)
      await voided(house(), receipt, '2026-11-01')

      const gap = await finance().post('/statements', {
        customerId: customer.id,
        periodFrom: '2026-11-02',
        periodTo: '2026-11-10',
      })
      expect(gap).toMatchObject({
        status: 422,
        body: { errors: { periodFrom: expect.stringContaining('应从 2026-11-01 开始') } },
      })
      const next = { customerId: customer.id, periodTo: '2026-11-10' }
      expect((await finance().post('/statements', { ...next, carriedIn: 1 })).status).toBe(422)
      const { statement } = await issue(await finance().create('statements', next))
      expect(statement).toMatchObject({
        periodFrom: '2026-11-01',
        opening: first.closing,
        received: -10_00,
        closing: 80_00,
        lines: [
          { day: '2026-10-30', summary: '补记 银行转账', payment: 20_00, balance: 50_00 },
          { day: '2026-11-01', summary: '作废冲回 银行转账', payment: -30_00, balance: 80_00 },
        ],
      })
    })

    it('is issued again after a correction, until the customer confirms it or a later one is out', async () => {
      const customer = await house().customer()
      await shipped(house(), customer, '2026-10-03', 100_00)
      const wrong = await paid(customer, '2026-10-04', 90_00)
      const { statement: first } = await issue(await draft(customer))
      const dispute = (input: object) => finance().post(`/statements/${first.id}/dispute`, input)
      expect(await dispute({ no: 'XX', claimedAmount: 1, reason: '没有' })).toMatchObject({ status: 422 })
      expect((await dispute({ no: wrong.no, claimedAmount: 60_00, reason: '只付了 60' })).body).toMatchObject(
        {
          status: 'disputed',
          disputes: [{ ourAmount: 90_00, claimedAmount: 60_00, outcome: null }],
        },
      )
      const confirmation = { confirmedBy: '陈国良', confirmedOn: '2026-11-20', evidence: 'stamped' }
      const confirm = () => finance().post(`/statements/${first.id}/confirm`, confirmation)
      expect(await confirm()).toMatchObject({
        status: 409,
        body: { message: expect.stringContaining(String(wrong.no)) },
      })

      await finance().act('receipts', wrong.id, 'void', { reason: '金额登记错' })
      await paid(customer, '2026-10-04', 60_00)
      const { statement: second, document } = await issue(first)
      expect(second).toMatchObject({
        no: first.no,
        revision: 2,
        received: 60_00,
        closing: 40_00,
        status: 'issued',
      })
      expect(document).toMatchObject({ revision: 2, status: 'issued' })
      await dispute({ claimedAmount: 39_00, reason: '抹零' })
      const settle = (input: object) => finance().post(`/statements/${first.id}/settle`, input)
      expect(await settle({ no: 'XX', outcome: '同意' })).toMatchObject({ status: 422 })
      expect(await settle({ no: wrong.no, outcome: '已更正' })).toMatchObject({ status: 200 })
      expect((await confirm()).status).toBe(409)
      expect((await settle({ outcome: '同意' })).body).toMatchObject({
        disputes: [
          { outcome: '已更正', claimedAmount: 60_00 },
          { outcome: '同意', claimedAmount: 39_00 },
        ],
      })
      expect((await settle({ outcome: '再来' })).status).toBe(409)
      expect((await confirm()).body).toMatchObject({
        status: 'confirmed',
        confirmedBy: '陈国良',
        evidence: 'stamped',
      })
      for (const [verb, input] of [
        ['issue', kind],
        ['void', { reason: '错' }],
      ] as const)
        expect((await finance().post(`/statements/${first.id}/${verb}`, input)).status).toBe(409)
    })

    it('is taken back only while no later one builds on it; its facts are told by the next', async () => {
      const customer = await house().customer()
      await shipped(house(), customer, '2026-10-03', 100_00)
      const { statement: first } = await issue(await draft(customer))
      const { statement: second } = await issue(await draft(customer, { periodTo: '2026-11-05' }))
      const take = ({ id }: Rec) => finance().post(`/statements/${id}/void`, { reason: '错' })
      expect(await take(first)).toMatchObject({
        status: 409,
        body: { message: expect.stringContaining(String(second.no)) },
      })
      expect((await finance().post(`/statements/${first.id}/issue`, kind)).status).toBe(409)
      expect((await take(second)).status).toBe(200)
      expect((await take(first)).status).toBe(200)
      expect(await draft(customer, { periodTo: '2026-11-05' })).toMatchObject({
        periodFrom: '2026-11-01',
        opening: 100_00,
      })
    })

    it('waits for the end of its period', async () => {
      const { id } = await draft(await house().customer(), { periodTo: '2099-01-31' })
      expect(await finance().post(`/statements/${id}/issue`, kind)).toMatchObject({ status: 409 })
    })

    it('is issued once when two people issue two drafts of one customer at once', async () => {
      const customer = await house().customer()
      await shipped(house(), customer, '2026-10-03', 100_00)
      const drafts = [await draft(customer), await draft(customer)]
      const replies = await Promise.all(
        drafts.map(({ id }) => finance().post(`/statements/${id}/issue`, kind)),
      )
      expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    })
  })

  it('whatever happens in whatever order, statements join, add up, and tell every fact once', async () => {
    const step = fc.record({
      do: fc.constantFrom('ship' as const, 'pay' as const, 'void' as const, 'state' as const),
      fen: fc.integer({ min: 1, max: 99_999 }),
      late: fc.integer({ min: 0, max: 9 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), (steps) => holds(house(), steps)),
      { numRuns: 4 },
    )
  })
})

/** One step a day; facts may be dated some days back. The last day states all. */
async function holds(
  house: House,
  steps: { do: 'ship' | 'pay' | 'void' | 'state'; fen: number; late: number }[],
): Promise<void> {
  const finance = house.as('finance')
  const customer = await house.customer()
  const dayOf = (n: number) => `2026-10-${String(n).padStart(2, '0')}`
  const receipts: Rec[] = []
  let owed = 0
  for (const [n, { do: what, fen, late }] of [
    ...steps,
    { do: 'state' as const, fen: 0, late: 0 },
  ].entries()) {
    const day = dayOf(10 + n)
    const dated = dayOf(10 + n - late)
    if (what === 'ship') {
      await shipped(house, customer, dated, fen)
      owed += fen
    } else if (what === 'pay') {
      receipts.push(await house.received({ customerId: customer.id, amount: fen, receivedOn: dated }))
      owed -= fen
    } else if (what === 'void') {
      const receipt = receipts.pop()
      if (!receipt) continue
      await voided(house, receipt, day)
      owed += Number(receipt.amount)
    } else {
      const { id } = await finance.create('statements', { customerId: customer.id, periodTo: day })
      await finance.act('statements', id, 'issue', kind)
    }
  }
  const statements = await finance.list('statements', { customerId: customer.id })
  let [opening, from] = [0, '']
  for (const [n, one] of statements.entries()) {
    const { lines } = await finance.read('statements', one.id)
    if (n > 0) expect(one).toMatchObject({ opening, periodFrom: from })
    expect(Number(one.opening) + Number(one.charges) - Number(one.received)).toBe(one.closing)
    const last = Array.isArray(lines) ? at(lines.at(-1), 'balance') : undefined
    expect(last ?? one.opening).toBe(one.closing)
    opening = Number(one.closing)
    from = dayOf(Number(String(one.periodTo).slice(8)) + 1)
  }
  expect(opening).toBe(owed)
}
