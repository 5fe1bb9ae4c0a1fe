import { describe, expect, it } from '@jest/globals'
import { shownEnvironment } from '../../api/domain/settings/shownEnvironment.js'
import { startOfDay, dayOf } from '../../api/engine/day.js'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'
import { until } from '../support/until.js'

eachDatabase((house) => {
  const saved = async (fields: Record<string, unknown>): Promise<Rec> => {
    const [row] = await house().as('admin').list('settings')
    return row
      ? house().as('admin').update('settings', row.id, fields)
      : house().as('admin').create('settings', fields)
  }
  const defaultOf = async (resource: string, field: string) => {
    const { body } = await house().as('clerk').get('/schema')
    const named = (list: unknown, name: string) => {
      const all: unknown[] = Array.isArray(list) ? list : []
      return all.find((one) => at(one, 'name') === name)
    }
    return at(named(at(named(at(body, 'resources'), resource), 'fields'), field), 'default')
  }

  describe('what the house has set', () => {
    it('is what new orders and products start with, on screen, by the API and from a file alike', async () => {
      expect(await defaultOf('orders', 'payMethod')).toBe('monthly')
      await saved({ taxIncluded: false, payMethod: 'cod', shipMethod: 'freight', taxRate: '0.09' })
      expect(await defaultOf('orders', 'taxIncluded')).toBe(false)
      expect(await defaultOf('products', 'taxRate')).toBe('0.09')
      const product = await house()
        .as('supervisor')
        .create('products', { code: `S${next()}`, name: '盐', unit: '袋', price: '1.09' })
      expect(product.taxRate).toBe('0.09')
      const order = await house().draft({ lines: [{ productId: product.id, quantity: '1' }] })
      expect(order).toMatchObject({
        taxIncluded: false,
        payMethod: 'cod',
        shipMethod: 'freight',
        netAmount: 100,
      })
      expect(await house().draft({ payMethod: 'prepaid' })).toMatchObject({ payMethod: 'prepaid' })
      await saved({ taxIncluded: true, payMethod: 'monthly', shipMethod: 'express', taxRate: '0.13' })
    })

    it('says which orders have waited too long to be confirmed', async () => {
      const { id } = await house().submitted()
      const waiting = async () => {
        const { body } = await house().as('confirmer').get('/dashboard')
        const figures = at(body, 'figures')
        return at(
          Array.isArray(figures) ? figures.find((one) => at(one, 'name') === 'unconfirmed') : null,
          'count',
        )
      }
      const before = Number(await waiting())
      const submittedAt = startOfDay(dayOf(new Date()), -2)
      await house().api.db.execute('UPDATE orders SET submittedAt = ? WHERE id = ?', [submittedAt, id])
      expect(await waiting()).toBe(before + 1)
      await saved({ confirmWithinDays: 4 })
      await until(waiting, (count) => count === before)
    })

    it('holds how long a sign-in lasts; that is the administrator’s alone', async () => {
      const { id, sessionIdleHours } = await saved({ sessionDays: 2 })
      const supervisor = house().as('supervisor')
      expect(await supervisor.update('settings', id, { sessionIdleHours: 100 })).toMatchObject({
        sessionIdleHours,
      })
      await house().api.nobody.post('/session', { username: 'sales', password: 'slipway-test-1' })
      const [row] = await house().api.db.select(
        'SELECT createdAt, expiresAt FROM sessions ORDER BY id DESC LIMIT 1',
      )
      expect(Date.parse(String(row?.expiresAt)) - Date.parse(String(row?.createdAt))).toBe(2 * 86400_000)
    })

    it('is one record, within its limits, and in the trail', async () => {
      const { id } = await saved({})
      expect((await house().as('admin').post('/settings', {})).status).toBe(409)
      expect(
        await house().as('admin').put(`/settings/${id}`, { sessionDays: 0, taxRate: 'x' }),
      ).toMatchObject({
        status: 422,
        body: { errors: { sessionDays: expect.any(String), taxRate: expect.any(String) } },
      })
      await saved({ confirmWithinDays: 3 })
      const events = await house().as('auditor').list('audit-events', { resource: 'settings', recordId: id })
      expect(events.length).toBeGreaterThan(1)
    })
  })

  describe('how the installation stands', () => {
    it('is told to the administrator: versions, database, audit head, print servers that asked lately', async () => {
      const server = house().api.withKey(['print-server'], 'main')
      await server.post('/print-server/v1/claim', { server: 'desk-1', printers: [], waitSeconds: 0 })
      const reply = await until(
        () => house().as('admin').get('/system'),
        ({ text }) => text.includes('desk-1'),
      )
      expect(reply.body).toMatchObject({
        versions: {
          slipway: expect.stringMatching(/^\d+\.\d+\.\d+$/),
          migration: expect.stringMatching(/^\d{4}-/),
        },
        database: { kind: expect.stringMatching(/SQLite|MariaDB/), bytes: expect.any(Number) },
        printServers: [{ server: 'desk-1', site: 'main' }],
      })
      expect((await house().as('supervisor').get('/system')).status).toBe(403)
    })
  })
})

it('shows no secret of the environment', () => {
  const config = {
    host: '0.0.0.0',
    port: 8080,
    trustProxy: '1',
    dataDir: '/data',
    databaseUrl: 'mysql://slipway:s3cret@db:3306/slipway',
    demo: false,
    backup: null,
    logLevel: 'info',
  }
  const text = JSON.stringify(shownEnvironment(config, { SECRET_KEY: 'k'.repeat(32), TRUST_PROXY: '1' }))
  expect(text).toContain('slipway:***@db:3306/slipway')
  expect(text).not.toContain('s3cret')
  expect(text).not.toContain('kkk')
})
