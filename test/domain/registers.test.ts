import { expect, it } from '@jest/globals'
import { verifyNumbers } from '../../api/domain/numbers/verifyNumbers.js'
import { password, signedIn } from '../support/api.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  it('lists every number with its owner, and a void one with its reason', async () => {
    const order = await house().submitted()
    await house().as('clerk').act('orders', order.id, 'cancel', { reason: '客户改单' })
    const [entry] = await house().as('auditor').list('number-register', { number: order.no })
    expect(entry).toMatchObject({
      series: 'XS',
      status: 'void',
      resource: 'orders',
      recordId: order.id,
      takenBy: 'clerk',
      reason: '客户改单',
      voidedAt: expect.any(String),
      createdAt: entry?.takenAt,
      updatedAt: entry?.voidedAt,
    })
  })

  it('finds no gap in numbers as they are given, and names the one that was taken out', async () => {
    const { db } = house().api
    const { no } = await house().submitted()
    await house().submitted()
    expect(await verifyNumbers(db)).toEqual([])
    await db.execute(`UPDATE number_register SET number = 'taken-out' WHERE number = ?`, [String(no)])
    expect(await verifyNumbers(db)).toEqual([
      {
        zh: expect.stringContaining(`请看：${String(no)}。`),
        en: expect.stringContaining(`Look at: ${String(no)}.`),
      },
      { zh: '单号 taken-out 不属于任何号段。', en: 'Number taken-out belongs to no series.' },
    ])
    await db.execute(`UPDATE number_register SET number = ? WHERE number = 'taken-out'`, [String(no)])
  })

  it('shows the administrator who is signed in, and signs a device out', async () => {
    const service = signedIn(house().api.nobody, 'service', password)
    expect((await service.get('/orders')).status).toBe(200)
    const admin = house().as('admin')
    const [account] = await admin.list('users', { username: 'service' })
    const [session] = await admin.list('sessions', { userId: account?.id })
    expect(session).toMatchObject({ userId: account?.id, address: expect.stringContaining('127.0.0.1') })
    expect(Object.keys(session ?? {})).not.toContain('tokenHash')

    expect(await admin.act('sessions', Number(session?.id), 'revoke')).toMatchObject({ id: account?.id })
    expect((await service.get('/orders')).status).toBe(401)
    const [event] = await admin.list('audit-events', { resource: 'sessions', recordId: session?.id })
    expect(event).toMatchObject({ action: 'revoke', actorName: 'admin' })
  })
})
