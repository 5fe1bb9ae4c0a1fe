import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { password, signedIn, startTestApi, type TestApi } from '../support/api.js'
import { at } from '../support/at.js'
import { Client, type Reply } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openEvents } from '../support/events.js'
import { next } from '../support/house.js'

const cookieIn = (reply: Reply) => /^[^;]+/.exec(reply.header('set-cookie') ?? '')?.[0] ?? ''
const tokenIn = (reply: Reply) => cookieIn(reply).split('=')[1] ?? ''
const minutes = 60_000

eachDatabase((house, database) => {
  const signIn = (username: string, secret = password, headers = {}, api = house().api) =>
    api.nobody.post('/session', { username, password: secret }, headers)
  const withCookie = (cookie: string, headers = {}) =>
    new Client(house().api.nobody.url, async () => ({ Cookie: cookie, ...headers }))

  /** A user of their own for a test that changes or ends them. */
  const newUser = async (fields: object = {}) => {
    const username = `user-${next()}`
    const body = { username, name: '某人', roles: ['clerk'], password, ...fields }
    const { id } = await house().as('admin').create('users', body)
    return { id, username, client: signedIn(house().api.nobody, username, password) }
  }

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

  describe('a session', () => {
    const age = (column: string, ms: number, userId: number) =>
      house().api.db.execute(`UPDATE sessions SET ${column} = ? WHERE userId = ?`, [
        new Date(Date.now() - ms).toISOString(),
        userId,
      ])

    it('ends after seven days, and after twelve hours without use', async () => {
      const one = await newUser()
      expect((await one.client.get('/session')).status).toBe(200)
      await age('lastSeenAt', 719 * minutes, one.id)
      expect((await one.client.get('/session')).status).toBe(200)
      const [row] = await house().api.db.select('SELECT lastSeenAt FROM sessions WHERE userId = ?', [one.id])
      expect(Date.now() - Date.parse(String(row?.lastSeenAt))).toBeLessThan(minutes)
      await age('lastSeenAt', 721 * minutes, one.id)
      expect((await one.client.get('/session')).status).toBe(401)

      const two = await newUser()
      await two.client.get('/session')
      const [made] = await house().api.db.select(
        'SELECT createdAt, expiresAt FROM sessions WHERE userId = ?',
        [two.id],
      )
      expect(Date.parse(String(made?.expiresAt)) - Date.parse(String(made?.createdAt))).toBe(
        7 * 24 * 60 * minutes,
      )
      await age('expiresAt', 1000, two.id)
      expect((await two.client.get('/orders')).status).toBe(401)
    })

    it('ends when it is signed out, and no other does', async () => {
      const { username, client } = await newUser()
      const other = signedIn(house().api.nobody, username, password)
      await other.get('/session')
      const out = await client.delete('/session')
      expect(out.status).toBe(200)
      expect(out.header('set-cookie')).toMatch(/^slipway_session=; Path=\/; Expires=Thu, 01 Jan 1970/)
      expect((await client.get('/session')).status).toBe(401)
      expect((await other.get('/session')).status).toBe(200)
    })

    it('ends at once when its user is disabled, who cannot sign in again either', async () => {
      const { id, username, client } = await newUser()
      expect((await client.get('/orders')).status).toBe(200)
      await house().as('admin').update('users', id, { disabled: true })
      expect((await client.get('/orders')).status).toBe(401)
      expect((await signIn(username)).status).toBe(401)
      await house().as('admin').update('users', id, { disabled: false })
      expect((await signIn(username)).status).toBe(200)
      expect((await client.get('/orders')).status).toBe(401)
    })

    it('ends when the administrator sets another password', async () => {
      const { id, username, client } = await newUser()
      await client.get('/session')
      await house().as('admin').update('users', id, { password: 'another-one-2' })
      expect((await client.get('/session')).status).toBe(401)
      expect((await signIn(username)).status).toBe(401)
      expect((await signIn(username, 'another-one-2')).status).toBe(200)
    })

    it('stays when one changes one’s own password, and all the others end', async () => {
      const { username, client } = await newUser()
      const other = signedIn(house().api.nobody, username, password)
      await other.get('/session')
      const change = (body: object) => client.post('/session/password', body)
      expect(await change({ current: 'wrong', next: 'long-enough-2' })).toMatchObject({
        status: 422,
        body: { errors: { current: '现在的密码不对。' } },
      })
      expect(await change({ current: password, next: 'short' })).toMatchObject({
        status: 422,
        body: { errors: { next: '密码至少 10 个字符。' } },
      })
      expect((await other.get('/session')).status).toBe(200)
      expect((await change({ current: password, next: 'long-enough-2' })).status).toBe(200)
      expect((await client.get('/session')).status).toBe(200)
      expect((await other.get('/session')).status).toBe(401)
      expect((await signIn(username)).status).toBe(401)
      expect((await signIn(username, 'long-enough-2')).status).toBe(200)
    })

    it('has the rights of this moment, not of the sign-in', async () => {
      const { id, client } = await newUser()
      expect((await client.get('/audit-events')).status).toBe(403)
      await house()
        .as('admin')
        .update('users', id, { roles: ['auditor'] })
      expect((await client.get('/audit-events')).status).toBe(200)
      expect((await client.post('/customers', {})).status).toBe(403)
    })

    it('ends its stream of events when it is revoked, as a key does', async () => {
      const [disabled, signedOut] = [await newUser(), await newUser()]
      const key = house().api.withKey(['clerk'])
      const streams = [
        await openEvents(disabled.client),
        await openEvents(signedOut.client),
        await openEvents(key),
      ]
      await house().as('admin').update('users', disabled.id, { disabled: true })
      await signedOut.client.delete('/session')
      const [made] = (await house().as('admin').list('api-keys')).slice(-1)
      await house()
        .as('admin')
        .update('api-keys', made?.id ?? 0, { disabled: true })
      for (const stream of streams) {
        await stream.ended
        expect(stream.signals).toEqual(['revoked'])
      }
    })
  })

  it('a password needs ten characters, and an administrator stays one', async () => {
    const body = { username: `user-${next()}`, name: '某人', roles: ['clerk'] }
    for (const wrong of [undefined, '', 'short-one', 'x'.repeat(201)])
      expect(
        (
          await house()
            .as('admin')
            .post('/users', { ...body, password: wrong })
        ).status,
      ).toBe(422)
    const [me] = await house().as('admin').list('users', { username: 'admin' })
    for (const change of [{ disabled: true }, { roles: ['clerk'] }])
      expect(await house().as('admin').put(`/users/${me?.id}`, change)).toMatchObject({
        status: 422,
        body: { errors: { roles: expect.any(String) } },
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

  describe('a key of a machine', () => {
    const bearer = (token: string) =>
      new Client(house().api.nobody.url, async () => ({ Authorization: `Bearer ${token}` }))
    const newKey = () =>
      house()
        .as('admin')
        .create('api-keys', { name: `key-${next()}`, roles: ['clerk'] })

    it('is told once and stored as a hash', async () => {
      const key = await newKey()
      const token = String(key.token)
      expect(token).toMatch(/^sk_[\w-]{43}$/)
      expect((await bearer(token).get('/orders')).status).toBe(200)
      expect((await house().as('admin').get('/api-keys')).text).not.toContain(token)
      expect((await house().as('admin').get(`/api-keys/${key.id}`)).text).not.toContain(token)
      expect(
        await house()
          .as('admin')
          .update('api-keys', key.id, { name: `key-${next()}` }),
      ).not.toHaveProperty('token')
      for (const table of ['api_keys', 'audit_events', 'idempotency_keys'])
        expect(JSON.stringify(await house().api.db.select(`SELECT * FROM ${table}`))).not.toContain(token)
    })

    it('is revoked by a tick or by deleting it', async () => {
      const [one, two] = [await newKey(), await newKey()]
      await house().as('admin').update('api-keys', one.id, { disabled: true })
      expect((await bearer(String(one.token)).get('/orders')).status).toBe(401)
      await house().as('admin').update('api-keys', one.id, { disabled: false })
      expect((await bearer(String(one.token)).get('/orders')).status).toBe(200)
      await house().as('admin').delete(`/api-keys/${two.id}`)
      expect((await bearer(String(two.token)).get('/orders')).status).toBe(401)
    })

    it.each(['sk_unknown', 'x', 'a'.repeat(200)])('that is unknown opens nothing: %s', async (token) => {
      expect(await bearer(token).get('/orders')).toMatchObject({
        status: 401,
        body: { code: 'not_signed_in' },
      })
      // Nor does a good cookie beside a bad key: what was meant is not guessed.
      const cookie = cookieIn(await signIn('clerk'))
      expect((await withCookie(cookie, { Authorization: `Bearer ${token}` }).get('/orders')).status).toBe(401)
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
