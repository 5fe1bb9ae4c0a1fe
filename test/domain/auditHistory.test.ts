import { expect, it } from '@jest/globals'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  const history = (resource: string, recordId: number) =>
    house().as('auditor').list('audit-events', { resource, recordId })

  it('tells a change as field, before and after, in the words of the console', async () => {
    const { id } = await house().customer({ name: '老王百货', region: '华东', creditLimit: null })
    await house().as('finance').update('customers', id, { creditLimit: 1_234_550 })
    await house().as('clerk').update('customers', id, { name: '新王百货', region: null })
    const words = (await history('customers', id)).map(({ summary }) => summary)
    expect(words[0]).toContain('名称：老王百货')
    expect(words.slice(1)).toEqual([
      expect.stringMatching(/：（空） → 12345\.50$/),
      expect.stringMatching(/^.*名称：老王百货 → 新王百货；.*区.*：华东 → （空）$/),
    ])
  })

  it('tells it in English too', async () => {
    const { id } = await house().customer({ name: 'Old', region: 'East' })
    await house().as('clerk').update('customers', id, { name: 'New' })
    const [, changed] = await house()
      .as('auditor')
      .inEnglish()
      .list('audit-events', { resource: 'customers', recordId: id })
    expect(changed?.summary).toBe('Name: Old → New')
  })

  it('names choices and referenced records, and tells lines that came, went and changed', async () => {
    const { id: warehouseId } = await house().mainWarehouse()
    const [one, other] = [
      await house().product({ name: '红茶', unit: '箱' }),
      await house().product({ name: '绿茶', unit: '箱' }),
    ]
    const customer = await house().customer({ name: '丰收超市' })
    const order = await house().draft({
      customerId: customer.id,
      warehouseId,
      lines: [{ productId: one.id, quantity: '1' }],
    })
    const lines = Array.isArray(order.lines) ? order.lines : []
    await house()
      .as('clerk')
      .update('orders', order.id, {
        urgency: 'urgent',
        lines: [
          { ...Object(lines[0]), quantity: '2' },
          { productId: other.id, quantity: '3' },
        ],
      })
    await house()
      .as('clerk')
      .update('orders', order.id, { lines: [{ productId: other.id, quantity: '1' }] })
    const [made, changed, removed] = (await history('orders', order.id)).map((event) => String(event.summary))
    expect(made).toContain('客户：丰收超市')
    expect(changed).toContain('紧急程度：普通 → 加急')
    expect(changed).toMatch(/明细第 1 行 数量：1 → 2/)
    expect(changed).toMatch(/新增明细第 2 行 \(商品：绿茶/)
    expect(removed).toMatch(/删除明细第 1 行 \(商品：红茶/)
  })

  it('never tells a password', async () => {
    const admin = house().as('admin')
    const { id } = await admin.create('users', {
      username: 'historian',
      name: '史官',
      roles: ['clerk'],
      password: 'secret-password-1',
    })
    await admin.update('users', id, { password: 'secret-password-2' })
    expect(JSON.stringify(await history('users', id))).not.toContain('secret-password')
  })

  it('is a log of sign-ins, with the address and the name that was tried', async () => {
    await house().api.nobody.post('/session', { username: 'nobody-here', password: 'wrong-password' })
    const log = await house()
      .as('auditor')
      .list('audit-events', { action: ['sign-in', 'sign-in-failed'] })
    expect(log.at(-1)).toMatchObject({
      action: 'sign-in-failed',
      summary: expect.stringMatching(/登录名：nobody-here；地址：.*127\.0\.0\.1/),
    })
  })

  it('is a log of exports, with what was asked for', async () => {
    await house().as('finance').get('/orders/export?format=csv&filter={"status":"draft"}')
    const log = await house()
      .as('auditor')
      .list('audit-events', { action: ['export', 'download'] })
    expect(log.at(-1)).toMatchObject({
      actorName: 'finance',
      resource: 'orders',
      summary: expect.stringContaining('格式：csv'),
    })
  })
})
