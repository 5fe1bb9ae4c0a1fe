import { describe, expect, it } from '@jest/globals'
import { forgetKept } from '../../../api/engine/kept.js'
import { password, signedIn } from '../../support/api.js'
import { eachDatabase } from '../../support/eachDatabase.js'
import { openEvents } from '../../support/events.js'
import { next } from '../../support/house.js'
import { until } from '../../support/until.js'
import { visitorsOf } from '../../support/visitors.js'

const minutes = 60_000

eachDatabase((house) => {
  const { signIn, newUser } = visitorsOf(house)

  describe('a session', () => {
    const age = async (column: string, ms: number, userId: number) => {
      await house().api.db.execute(`UPDATE sessions SET ${column} = ? WHERE userId = ?`, [
        new Date(Date.now() - ms).toISOString(),
        userId,
      ])
      forgetKept(house().api.db, ['sessions'])
    }

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

    it('that is ended where this process does not see it still reads for two seconds, and writes nothing', async () => {
      const { id, client } = await newUser()
      expect((await client.get('/orders')).status).toBe(200)
      await house().api.db.execute('DELETE FROM sessions WHERE userId = ?', [id])
      expect((await client.post('/customers', {})).status).toBe(401)
      await until(
        () => client.get('/orders'),
        ({ status }) => status === 401,
      )
    })

    it('has the rights of this moment, not of the sign-in', async () => {
      const { id, client } = await newUser()
      expect((await client.get('/audit-events')).status).toBe(403)
      await house()
        .as('admin')
        .update('users', id, { roles: ['auditor'] })
      expect((await client.get('/audit-events')).status).toBe(200)
      expect((await client.post('/customers', {})).status).toBe(403)
      await house()
        .as('admin')
        .update('users', id, { roles: ['clerk'] })
      expect((await client.get('/audit-events')).status).toBe(403)
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
})
