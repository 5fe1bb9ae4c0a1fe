import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { password, startTestApi, type TestApi } from '../../support/api.js'
import { at } from '../../support/at.js'
import { eachDatabase } from '../../support/eachDatabase.js'
import { next } from '../../support/house.js'
import { cookieIn, tokenIn, visitorsOf } from '../../support/visitors.js'

const minutes = 60_000

eachDatabase((house, database) => {
  const { signIn, withCookie } = visitorsOf(house)

  describe('signing in', () => {
    it('answers who it is and a CSRF token, and sets a cookie that scripts cannot read', async () => {
      const reply = await signIn('clerk')
      expect(reply).toMatchObject({
        status: 200,
        body: {
          user: { id: expect.any(Number), username: 'clerk', name: '打单员', roles: ['clerk'] },
          csrfToken: expect.stringMatching(/^[\w-]{43}$/),
        },
      })
      const cookie = reply.header('set-cookie') ?? ''
      expect(cookie).toMatch(/^slipway_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
      expect(reply.header('cache-control')).toBe('no-store')
      const session = await withCookie(cookieIn(reply)).get('/session')
      expect(session.body).toEqual(reply.body)
    })

    it('says the same of a wrong password and of an unknown name', async () => {
      const [wrong, unknown] = [await signIn('clerk', 'not-the-password'), await signIn('nobody-here')]
      expect(wrong).toMatchObject({
        status: 401,
        body: { code: 'wrong_credentials', message: '登录名或密码不对。' },
      })
      expect(unknown.text).toBe(wrong.text)
      expect(unknown.header('set-cookie')).toBeNull()
      const english = await house()
        .api.nobody.inEnglish()
        .post('/session', { username: 'clerk', password: 'x' })
      expect(at(english.body, 'message')).toBe('The user name or password is not right.')
    })

    it.each<[unknown, object]>([
      [{}, { username: expect.any(String) }],
      [{ username: 'clerk' }, { password: expect.any(String) }],
      [{ username: { $ne: null }, password }, { username: expect.any(String) }],
      [{ username: 'clerk', password: ['a'] }, { password: expect.any(String) }],
      [{ username: 'clerk', password: 'x'.repeat(201) }, { password: expect.any(String) }],
      [null, { username: expect.any(String) }],
      [[1], { username: expect.any(String) }],
      ['"text"', { username: expect.any(String) }],
      [{ username: 'clerk\u0000', password }, { username: expect.any(String) }],
    ])('asks for what is missing in %j', async (body, errors) => {
      expect(await house().api.nobody.post('/session', body)).toMatchObject({ status: 422, body: { errors } })
    })

    it.each(["' OR 1=1 --", '𠮷😀', '%', '_____', 'x'.repeat(500)])(
      'knows nobody by the name %j',
      async (username) => {
        expect((await signIn(username)).status).toBe(401)
      },
    )

    it('gives a new session each time, and ends the one that the browser had', async () => {
      const first = await signIn('auditor')
      const second = await signIn('auditor', password, { Cookie: cookieIn(first) })
      expect(tokenIn(second)).not.toBe(tokenIn(first))
      expect((await withCookie(cookieIn(first)).get('/session')).status).toBe(401)
      expect((await withCookie(cookieIn(second)).get('/session')).status).toBe(200)
    })

    it('stores no token, only its hash', async () => {
      const token = tokenIn(await signIn('auditor'))
      const rows = await house().api.db.select('SELECT * FROM sessions')
      expect(rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(rows)).not.toContain(token)
    })
  })

  describe('the CSRF token', () => {
    it.each<[string, (token: string) => object]>([
      ['missing', () => ({})],
      ['empty', () => ({ 'X-CSRF-Token': '' })],
      ['wrong', () => ({ 'X-CSRF-Token': 'x'.repeat(43) })],
      ['cut short', (token) => ({ 'X-CSRF-Token': token.slice(0, -1) })],
    ])('is wanted with every write by cookie: refused when it is %s', async (_how, headers) => {
      const session = await signIn('clerk')
      const client = withCookie(cookieIn(session), headers(String(at(session.body, 'csrfToken'))))
      const { id } = await house().draft()
      const code = `csrf-${next()}`
      for (const reply of [
        await client.post('/customers', { code, name: '伪造' }),
        await client.put(`/orders/${id}`, { urgency: 'urgent' }),
        await client.post(`/orders/${id}/submit`),
        await client.post('/orders/actions/submit', { ids: [id] }),
        await client.post('/session/password', { current: password, next: 'long-enough-9' }),
        await client.delete('/session'),
        await client.delete('/customers/1'),
      ])
        expect(reply).toMatchObject({ status: 403, body: { code: 'csrf' } })
      expect((await client.get(`/orders/${id}`)).body).toMatchObject({
        status: 'draft',
        urgency: 'normal',
        version: 1,
      })
      expect(await house().as('clerk').list('customers', { code })).toEqual([])
      expect((await client.get('/session')).status).toBe(200)
    })

    it('of another session does not do', async () => {
      const [mine, other] = [await signIn('clerk'), await signIn('clerk')]
      const client = withCookie(cookieIn(mine), { 'X-CSRF-Token': String(at(other.body, 'csrfToken')) })
      expect((await client.post('/customers', {})).status).toBe(403)
      const right = withCookie(cookieIn(mine), { 'X-CSRF-Token': String(at(mine.body, 'csrfToken')) })
      expect((await right.post('/customers', {})).status).toBe(422)
    })
  })

  describe('many failed sign-ins', () => {
    let own: TestApi
    const from = (address: string, username: string, secret = password) =>
      signIn(username, secret, { 'X-Forwarded-For': address }, own)

    beforeAll(async () => {
      own = await startTestApi(database, '1')
    })
    afterAll(() => own.stop())

    it('close the account for a while, even to the right password, and no other account', async () => {
      for (let n = 0; n < 10; n++)
        expect((await from(`10.0.0.${n}`, n % 2 ? 'clerk' : 'CLERK', 'wrong')).status).toBe(401)
      const closed = await from('10.0.1.1', 'clerk')
      expect(closed).toMatchObject({
        status: 429,
        body: { code: 'too_many_tries', message: expect.stringContaining('秒后再试') },
      })
      expect(Number(closed.header('retry-after'))).toBeGreaterThan(800)
      expect(Number(closed.header('retry-after'))).toBeLessThanOrEqual(900)
      expect((await from('10.0.1.1', 'sales')).status).toBe(200)
      await own.db.execute('UPDATE sign_in_failures SET since = ?', [
        new Date(Date.now() - 15.1 * minutes).toISOString(),
      ])
      expect((await from('10.0.1.1', 'clerk')).status).toBe(200)
    })

    it('are forgotten by a sign-in that succeeds', async () => {
      for (let round = 0; round < 3; round++) {
        for (let n = 0; n < 9; n++) await from(`10.1.${round}.${n}`, 'finance', 'wrong')
        expect((await from('10.1.9.9', 'finance')).status).toBe(200)
      }
    })

    it('close the address they come from, and no other', async () => {
      await Promise.all(Array.from({ length: 60 }, (_, n) => from('10.2.0.1', `guess-${n}`, 'wrong')))
      expect((await from('10.2.0.1', 'service')).status).toBe(429)
      expect((await from('10.2.0.2', 'service')).status).toBe(200)
    })

    it('cannot be more than ten by coming at the same time', async () => {
      const replies = await Promise.all(
        Array.from({ length: 40 }, (_, n) => from(`10.3.0.${n}`, 'warehouse', `wrong-${n}`)),
      )
      const tried = replies.filter(({ status }) => status === 401).length
      expect(tried).toBeLessThanOrEqual(10)
      expect(replies.length - tried).toBe(replies.filter(({ status }) => status === 429).length)
    })

    it('and behind a proxy with TLS the cookie is for TLS only', async () => {
      const reply = await signIn(
        'auditor',
        password,
        { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '10.4.0.1' },
        own,
      )
      expect(reply.header('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Lax$/)
    })
  })
})
