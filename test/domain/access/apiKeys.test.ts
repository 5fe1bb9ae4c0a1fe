import { describe, expect, it } from '@jest/globals'
import { Client } from '../../support/client.js'
import { eachDatabase } from '../../support/eachDatabase.js'
import { next } from '../../support/house.js'
import { cookieIn, visitorsOf } from '../../support/visitors.js'

eachDatabase((house) => {
  const { signIn, withCookie } = visitorsOf(house)

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
})
