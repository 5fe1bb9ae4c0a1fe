import { describe, expect, it } from '@jest/globals'
import { forgetOldKeys } from '../../api/engine/idempotency.js'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'

eachDatabase((house) => {
  const withKey = () => ({ 'Idempotency-Key': `key-${next()}` })
  const newCustomer = () => ({ code: `K${next()}`, name: '客户' })
  const keysStored = async () => (await house().api.db.select('SELECT scope FROM idempotency_keys')).length

  describe('the same request twice with one Idempotency-Key', () => {
    it('is done once and answered twice', async () => {
      const [key, body] = [withKey(), newCustomer()]
      const first = await house().as('clerk').post('/customers', body, key)
      const second = await house().as('clerk').post('/customers', body, key)
      expect(first.status).toBe(201)
      expect(second).toMatchObject({ status: 201, body: first.body })
      expect(await house().as('clerk').list('customers', { code: body.code })).toHaveLength(1)
    })

    it('is done once when both come at the same time', async () => {
      const [key, body] = [withKey(), newCustomer()]
      const replies = await Promise.all(
        Array.from({ length: 8 }, () => house().as('clerk').post('/customers', body, key)),
      )
      expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
      expect(replies[0]?.status).toBe(201)
      expect(await house().as('clerk').list('customers', { code: body.code })).toHaveLength(1)
    })

    it('runs an action once', async () => {
      const order = await house().submitted()
      const key = withKey()
      const confirm = () => house().as('confirmer').post(`/orders/${order.id}/confirm`, {}, key)
      const replies = await Promise.all([confirm(), confirm(), confirm()])
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(await house().as('clerk').read('orders', order.id)).toMatchObject({ version: order.version + 1 })
      expect((await confirm()).body).toEqual(replies[0]?.body)
      expect((await house().as('confirmer').post(`/orders/${order.id}/confirm`, {}, withKey())).status).toBe(
        409,
      )
    })

    it('is refused with another body', async () => {
      const key = withKey()
      await house().as('clerk').post('/customers', newCustomer(), key)
      const other = newCustomer()
      const refused = await house().as('clerk').inEnglish().post('/customers', other, key)
      expect(refused).toMatchObject({
        status: 409,
        body: {
          code: 'idempotency_mismatch',
          message: 'This Idempotency-Key was used with another body. Use a new one.',
        },
      })
      expect(await house().as('clerk').list('customers', { code: other.code })).toEqual([])
    })

    it('takes a body for the same when only the order of its fields differs', async () => {
      const [key, code] = [withKey(), `K${next()}`]
      const first = await house().as('clerk').post('/customers', { code, name: '甲' }, key)
      expect(await house().as('clerk').post('/customers', { name: '甲', code }, key)).toMatchObject({
        status: 201,
        body: first.body,
      })
    })

    it('is another request for another person, method or path', async () => {
      const [key, body] = [withKey(), newCustomer()]
      expect((await house().as('clerk').post('/customers', body, key)).status).toBe(201)
      expect(await house().as('sales').post('/customers', body, key)).toMatchObject({
        status: 422,
        body: { errors: { code: '这个值已被使用，请换一个。' } },
      })
      const order = await house().draft()
      expect((await house().as('clerk').post(`/orders/${order.id}/submit`, body, key)).status).toBe(422)
    })

    it('may be tried again after a failure, which is not stored', async () => {
      const key = withKey()
      const stored = await keysStored()
      expect((await house().as('clerk').post('/customers', { name: '没有编码' }, key)).status).toBe(422)
      expect((await house().as('clerk').post('/customers', '{"broken', key)).status).toBe(400)
      expect((await house().as('service').post('/customers', newCustomer(), key)).status).toBe(403)
      expect(await keysStored()).toBe(stored)
      expect((await house().as('clerk').post('/customers', newCustomer(), key)).status).toBe(201)
      expect(await keysStored()).toBe(stored + 1)
    })
  })

  it('a bulk action keeps its results per record: a retry repeats only what failed', async () => {
    const warehouse = await house().warehouse()
    const [tea, cup] = [await house().product(), await house().product()]
    await house().stock(tea, warehouse, 5)
    const order = (productId: number) =>
      house().submitted({ warehouseId: warehouse.id, lines: [{ productId, quantity: 1 }] })
    const [fits, short] = [await order(tea.id), await order(cup.id)]
    const key = withKey()
    const confirm = () =>
      house()
        .as('confirmer')
        .post('/orders/actions/confirm', { ids: [fits.id, short.id, 999_999] }, key)

    const first = await confirm()
    expect(first).toMatchObject({
      status: 200,
      body: {
        results: [
          { id: fits.id, status: 200, record: { status: 'confirmed' } },
          {
            id: short.id,
            status: 409,
            error: { code: 'out_of_stock', errors: { lines: [{ quantity: '缺货：需要 1，可用 0。' }] } },
          },
          { id: 999_999, status: 404, error: { code: 'not_found' } },
        ],
      },
    })
    await house().stock(cup, warehouse, 5)
    const second = await confirm()
    expect(at(second.body, 'results.0')).toEqual(at(first.body, 'results.0'))
    expect(second.body).toMatchObject({
      results: [{ status: 200 }, { status: 200, record: { status: 'confirmed' } }, { status: 404 }],
    })
  })

  it.each(['', 'x'.repeat(201), 'with space', 'tab\there'])(
    'a key that is none is refused: %j',
    async (key) => {
      const body = newCustomer()
      const refused = await house().as('clerk').post('/customers', body, { 'Idempotency-Key': key })
      expect(refused).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining('Idempotency-Key') },
      })
      expect(await house().as('clerk').list('customers', { code: body.code })).toEqual([])
    },
  )

  it('keys are forgotten after 24 hours', async () => {
    const { db } = house().api
    await house().as('clerk').post('/customers', newCustomer(), withKey())
    const hour = 3600_000
    const aged = (hours: number) =>
      db.execute('UPDATE idempotency_keys SET createdAt = ?', [
        new Date(Date.now() - hours * hour).toISOString(),
      ])
    await aged(23.9)
    expect(await forgetOldKeys(db)).toBe(0)
    await aged(24.1)
    expect(await forgetOldKeys(db)).toBeGreaterThan(0)
    expect(await keysStored()).toBe(0)
  })

  it('secrets are never kept with a reply', async () => {
    const key = withKey()
    const body = { name: `once-${next()}`, roles: ['clerk'] }
    const made = await house().as('admin').post('/api-keys', body, key)
    expect(made).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^sk_/) } })
    const rows = await house().api.db.select('SELECT body FROM idempotency_keys')
    expect(JSON.stringify(rows)).not.toContain(String(at(made.body, 'token')))
  })
})
