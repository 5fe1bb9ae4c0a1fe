import { beforeAll, expect, it } from '@jest/globals'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { shipped } from '../support/shipped.js'

eachDatabase((house) => {
  const finance = () => house().as('finance')
  const paid = (customer: Rec, receivedOn: string, amount: number) =>
    house().received({ customerId: customer.id, receivedOn, amount })
  const issue = async ({ id }: Rec) => {
    await finance().act('statements', id, 'issue', { kind: 'statement' })
    return finance().read('statements', id)
  }

  beforeAll(async () => {
    await house().copySets()
    await house().mainWarehouse()
  })

  it('a month run drafts a statement for every customer with something to tell, once', async () => {
    const [one, two, none] = [await house().customer(), await house().customer(), await house().customer()]
    await shipped(house(), one, '2026-10-03', 10_00)
    await paid(two, '2026-10-04', 20_00)
    await paid(none, '2026-11-04', 20_00)
    const run = await finance().create('statement-runs', { month: '2026-10', replyBy: '2026-11-15' })
    const made = await finance().list('statements', { runId: run.id })
    expect(run.statementCount).toBe(made.length)
    const of = (customer: Rec) => made.filter(({ customerId }) => customerId === customer.id)
    expect(of(one)).toMatchObject([
      { status: 'draft', closing: 10_00, replyBy: '2026-11-15', periodTo: '2026-10-31' },
    ])
    expect(of(two)).toMatchObject([{ closing: -20_00 }])
    expect(of(none)).toEqual([])
    expect((await finance().create('statement-runs', { month: '2026-10' })).statementCount).toBe(0)
    for (const month of ['2026-13', '10月', '2099-01'])
      expect((await finance().post('/statement-runs', { month })).status).toBe(422)
  })

  it('a month run tells quarterly customers with the last month of a quarter, and never those who ask for it', async () => {
    const [monthly, quarterly, asking] = [
      await house().customer({ name: '每月对账' }),
      await house().customer({ name: '每季对账', statementCycle: 'quarter' }),
      await house().customer({ name: '要时才对', statementCycle: 'asked' }),
    ]
    expect(monthly.statementCycle).toBe('month')
    for (const customer of [monthly, quarterly, asking]) {
      await shipped(house(), customer, '2026-07-10', 10_00)
      await shipped(house(), customer, '2026-08-10', 5_00)
    }
    const told = async (month: string) => {
      const { id } = await finance().create('statement-runs', { month })
      const made = await finance().list('statements', { runId: id })
      for (const one of made) await issue(one)
      return made
        .filter(({ customerId }) => [monthly.id, quarterly.id, asking.id].includes(Number(customerId)))
        .map(({ customerName, closing }) => [customerName, closing])
    }
    expect(await told('2026-07')).toEqual([['每月对账', 10_00]])
    expect(await told('2026-08')).toEqual([['每月对账', 15_00]])
    expect(await told('2026-09')).toEqual([['每季对账', 15_00]])
    const byHand = await finance().create('statements', { customerId: asking.id, periodTo: '2026-09-30' })
    expect(await issue(byHand)).toMatchObject({ closing: 15_00 })
  })
})
