import { beforeAll, expect, it } from '@jest/globals'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  beforeAll(() => house().copySets())

  it('supersedes the printed sales order of a rejected order, and the next one is its second revision', async () => {
    const order = await house().submitted()
    const first = await house().as('clerk').act('orders', order.id, 'issue', { kind: 'sales-order' })
    await house().as('confirmer').act('orders', order.id, 'reject', { reason: '数量不对' })
    expect(await house().as('clerk').read('documents', first.id)).toMatchObject({ status: 'superseded' })
    const withdrawn = await house().jobOf(first)
    expect(withdrawn).toMatchObject({ status: 'canceled' })
    for (const [action, input] of [
      ['retry', {}],
      ['reprint', { reason: '卡纸' }],
    ] as const)
      expect(await house().as('clerk').post(`/print-jobs/${withdrawn.id}/${action}`, input)).toMatchObject({
        status: 409,
        body: { message: expect.stringContaining('已失效') },
      })

    await house().as('clerk').act('orders', order.id, 'submit')
    const second = await house().as('clerk').act('orders', order.id, 'issue', { kind: 'sales-order' })
    expect(second).toMatchObject({ no: first.no, revision: 2, status: 'issued' })
  })

  it('ends a doubtful print that did not come out when its paper is no longer true, instead of printing it', async () => {
    const order = await house().submitted()
    const paper = await house().as('clerk').act('orders', order.id, 'issue', { kind: 'sales-order' })
    const job = await house().jobOf(paper)
    const { db } = house().api
    await db.execute("UPDATE print_jobs SET status = 'uncertain', evidence = 'accepted' WHERE id = ?", [
      job.id,
    ])
    await house().as('confirmer').act('orders', order.id, 'reject', { reason: '数量不对' })
    expect(
      await house().as('warehouse').act('print-jobs', job.id, 'resolve', { outcome: 'print-again' }),
    ).toMatchObject({ status: 'canceled', evidence: 'accepted' })
  })
})
