import { beforeAll, expect, it } from '@jest/globals'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  beforeAll(() => house().copySets())

  it('supersedes the printed sales order of a rejected order, and the next one is its second revision', async () => {
    const order = await house().submitted()
    const first = await house().as('clerk').act('orders', order.id, 'issue', { kind: 'sales-order' })
    await house().as('confirmer').act('orders', order.id, 'reject', { reason: '数量不对' })
    expect(await house().as('clerk').read('documents', first.id)).toMatchObject({ status: 'superseded' })
    expect(await house().jobOf(first)).toMatchObject({ status: 'canceled' })

    await house().as('clerk').act('orders', order.id, 'submit')
    const second = await house().as('clerk').act('orders', order.id, 'issue', { kind: 'sales-order' })
    expect(second).toMatchObject({ no: first.no, revision: 2, status: 'issued' })
  })
})
