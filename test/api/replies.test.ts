import { describe, expect, it } from '@jest/globals'
import { password } from '../support/api.js'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'
import { cookieIn, tokenIn, visitorsOf } from '../support/visitors.js'

eachDatabase((house) => {
  const { signIn, withCookie } = visitorsOf(house)

  describe('every reply', () => {
    it.each(['/api/session', '/api/orders', '/api/nothing', '/healthz', '/', '/orders/7'])(
      'of %s carries the security headers',
      async (path) => {
        const { headers } = await fetch(house().api.origin + path)
        const policy = headers.get('content-security-policy') ?? ''
        expect(policy).toContain("default-src 'self'")
        expect(policy).toContain("script-src 'self'")
        expect(policy).toContain("object-src 'none'")
        expect(policy).toContain("frame-ancestors 'self'")
        expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/)
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('referrer-policy')).toBe('no-referrer')
        expect(headers.get('x-powered-by')).toBeNull()
      },
    )

    it('of the API has a request id, the caller’s own where that is one', async () => {
      const { nobody } = house().api
      expect((await nobody.get('/orders')).header('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect((await nobody.get('/orders', { 'X-Request-Id': 'mine-42' })).header('x-request-id')).toBe(
        'mine-42',
      )
      for (const bad of ['with space', 'x'.repeat(61), '"}{'])
        expect((await nobody.get('/orders', { 'X-Request-Id': bad })).header('x-request-id')).toMatch(
          /^[0-9a-f-]{36}$/,
        )
    })
  })

  describe('the log', () => {
    it('has a line for each request, and neither secrets nor customers in any', async () => {
      const { logs, nobody, db } = house().api
      const session = await signIn('clerk')
      const csrf = String(at(session.body, 'csrfToken'))
      const clerk = withCookie(cookieIn(session), { 'X-CSRF-Token': csrf, 'X-Request-Id': 'logged-1' })
      const phone = '13912345678'
      await clerk.post('/customers', { code: `log-${next()}`, name: '机密客户', phone })
      await clerk.get(`/customers?filter=${JSON.stringify({ q: phone })}`)
      await signIn('clerk', 'wrong-secret-1')
      await nobody.get('/orders', { Authorization: 'Bearer sk_secret-key' })

      // What nobody foresaw is logged too: a column is gone, and the statement fails with all its values.
      await db.execute('ALTER TABLE customers RENAME COLUMN region TO region2')
      const failed = await clerk.post('/customers', { code: `log-${next()}`, name: '机密客户', phone })
      await db.execute('ALTER TABLE customers RENAME COLUMN region2 TO region')
      expect(failed).toMatchObject({ status: 500, body: { code: 'internal', requestId: 'logged-1' } })
      expect(failed.text).not.toMatch(/region|SQL|customers/i)

      const text = logs.join('')
      const lines = logs.map((line): unknown => JSON.parse(line))
      expect(lines).toContainEqual(
        expect.objectContaining({
          requestId: 'logged-1',
          method: 'POST',
          path: '/api/customers',
          status: 201,
          ms: expect.any(Number),
        }),
      )
      expect(lines).toContainEqual(
        expect.objectContaining({ level: 50, requestId: 'logged-1', msg: 'unexpected error' }),
      )
      for (const secret of [
        password,
        tokenIn(session),
        csrf,
        'wrong-secret-1',
        'sk_secret-key',
        phone,
        '机密客户',
        'filter=',
      ])
        expect(text.includes(secret) && secret).toBe(false)
    })
  })
})
