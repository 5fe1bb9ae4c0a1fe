import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sealEvents } from '../../api/domain/audit/sealer.js'
import { verifyChain } from '../../api/domain/audit/verifyChain.js'
import { at } from '../support/at.js'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openEvents, type EventReader } from '../support/events.js'
import { openHouse, type House } from '../support/house.js'

const payloadOf = (event: Rec | undefined): unknown => JSON.parse(String(event?.payload))

eachDatabase((house) => {
  const trailOf = (resource: string, recordId: number) =>
    house().as('auditor').list('audit-events', { resource, recordId })

  describe('the trail', () => {
    it('tells of every write who, when, in which request, and what was before and after', async () => {
      const clerk = house().as('clerk')
      const made = await clerk.post(
        '/customers',
        { code: 'audit-1', name: '旧名', region: '华东' },
        { 'X-Request-Id': 'req-create-1' },
      )
      const { id } = asRec(made.body)
      await house().as('finance').update('customers', id, { creditLimit: 100 })
      await clerk.update('customers', id, { name: '新名', region: '华东' })
      await clerk.delete(`/customers/${id}`)
      const events = await trailOf('customers', id)
      expect(events.map(({ action, actorName }) => `${String(actorName)} ${String(action)}`)).toEqual([
        'clerk create',
        'finance update',
        'clerk update',
        'clerk delete',
      ])
      const [created, credited, renamed, deleted] = events
      expect(made.header('x-request-id')).toBe('req-create-1')
      expect(created).toMatchObject({ requestId: 'req-create-1', actorKind: 'user', recordVersion: 1 })
      expect(payloadOf(created)).toMatchObject({
        action: 'create',
        resource: 'customers',
        recordId: id,
        version: 1,
        at: created?.createdAt,
        actor: { kind: 'user', id: created?.userId, name: 'clerk' },
        requestId: 'req-create-1',
        before: null,
        after: { code: 'audit-1', name: '旧名', region: '华东', creditLimit: null },
      })
      expect(payloadOf(credited)).toMatchObject({
        before: { creditLimit: null },
        after: { creditLimit: 100 },
      })
      expect(payloadOf(renamed)).toMatchObject({
        version: 3,
        before: { name: '旧名' },
        after: { name: '新名' },
      })
      expect(at(payloadOf(renamed), 'after')).not.toHaveProperty('region')
      expect(payloadOf(deleted)).toMatchObject({
        version: null,
        before: { name: '新名', creditLimit: 100 },
        after: null,
      })
    })

    it('tells of everything that an action does, under one request', async () => {
      const order = await house().confirmed()
      const [confirmation] = await house()
        .as('auditor')
        .list('audit-events', { resource: 'orders', recordId: order.id, action: 'confirm' })
      const together = await house()
        .as('auditor')
        .list('audit-events', { requestId: confirmation?.requestId })
      expect(together.map(({ resource, action }) => `${String(action)} ${String(resource)}`)).toEqual([
        'confirm orders',
        'reserve reservations',
      ])
      expect(payloadOf(confirmation)).toMatchObject({
        before: { status: 'submitted', fulfilment: 'none', confirmedAt: null },
        after: { status: 'confirmed', fulfilment: 'reserved', confirmedAt: confirmation?.createdAt },
      })
    })

    it('holds no event of what was refused or rolled back', async () => {
      const order = await house().submitted({
        lines: [{ productId: (await house().product()).id, quantity: 1 }],
      })
      const count = async () => (await house().api.db.select('SELECT COUNT(*) AS n FROM audit_events'))[0]?.n
      await house().as('service').get('/customers')
      const before = await count()
      expect((await house().as('confirmer').post(`/orders/${order.id}/confirm`)).status).toBe(409)
      expect((await house().as('clerk').post('/customers', { name: 'x' })).status).toBe(422)
      expect((await house().as('service').post('/customers', {})).status).toBe(403)
      expect(
        (await house().as('clerk').post('/orders/preview', { customerId: order.customerId })).status,
      ).toBe(200)
      expect(await count()).toEqual(before)
    })

    it('tells of sign-ins, failed ones too, but never a password', async () => {
      const { nobody } = house().api
      await nobody.post('/session', { username: 'sales', password: 'wrong-password-77' })
      await nobody.post('/session', { username: 'no-such-person', password: 'wrong-password-77' })
      const failed = await house().as('auditor').list('audit-events', { action: 'sign-in-failed' })
      expect(failed.map((event) => at(payloadOf(event), 'after.username'))).toEqual([
        'sales',
        'no-such-person',
      ])
      const user = await house()
        .as('admin')
        .create('users', {
          username: 'new-one',
          name: '新人',
          roles: ['clerk'],
          password: 'first-password-1',
        })
      await house().as('admin').update('users', user.id, { password: 'second-password-2' })
      const events = await trailOf('users', user.id)
      expect(events.map(({ action }) => action)).toEqual(['create', 'update'])
      const rows = await house().api.db.select('SELECT payload FROM audit_events')
      expect(JSON.stringify(rows)).not.toMatch(/first-password|second-password|wrong-password|argon2/)
    })

    it('is filtered by day, person, action and record, and read by nobody else', async () => {
      const auditor = house().as('auditor')
      const [clerk] = await house().as('admin').list('users', { username: 'clerk' })
      const events = await auditor.list('audit-events', {
        userId: clerk?.id,
        action: 'create',
        resource: 'customers',
      })
      expect(events.length).toBeGreaterThan(0)
      expect(new Set(events.map(({ actorName }) => actorName))).toEqual(new Set(['clerk']))
      expect((await house().as('clerk').get('/audit-events')).status).toBe(403)
      expect(
        (await house().as('auditor').put(`/audit-events/${events[0]?.id}`, { action: 'x' })).status,
      ).toBe(403)
      expect((await house().as('admin').delete(`/audit-events/${events[0]?.id}`)).status).toBe(403)
    })
  })

  describe('the chain', () => {
    let own: House
    let events: Record<string, unknown>[]

    beforeAll(async () => {
      own = await openHouse(house().api.db.dialect)
      for (let n = 0; n < 6; n++) await own.customer()
      while ((await sealEvents(own.api.db)) > 0);
      events = await own.api.db.select('SELECT id, seq, hash, payload FROM audit_events ORDER BY seq')
    })
    afterAll(() => own.api.stop())

    it('numbers and chains every event, without a gap', async () => {
      expect(events.map(({ seq }) => Number(seq))).toEqual(events.map((_, n) => n + 1))
      expect(new Set(events.map(({ hash }) => hash)).size).toBe(events.length)
      expect(await verifyChain(own.api.db)).toEqual({
        events: events.length,
        head: { seq: events.length, hash: events.at(-1)?.hash },
        faults: [],
      })
    })

    it('is sealed once when several sealers work at the same time', async () => {
      const waiting = own.api.as('clerk')
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          waiting.create('customers', { code: `many-${n}`, name: '客户' }),
        ),
      )
      await Promise.all(Array.from({ length: 6 }, () => sealEvents(own.api.db)))
      while ((await sealEvents(own.api.db)) > 0);
      const report = await verifyChain(own.api.db)
      expect(report.faults).toEqual([])
      expect(report.events).toBeGreaterThanOrEqual(events.length + 20)
    })

    // What is done, how it is undone, what the check then says.
    it.each<[string, string, RegExp]>([
      [
        'an event that was altered',
        `UPDATE audit_events SET payload = REPLACE(payload, 'create', 'delete') WHERE seq = 3`,
        /^Event 3 does not match its hash/,
      ],
      ['an event that was deleted', 'DELETE FROM audit_events WHERE seq = 3', /^Event 3 is missing/],
      [
        'events that were swapped',
        'UPDATE audit_events SET seq = CASE seq WHEN 3 THEN 1000003 ELSE 3 END WHERE seq = 3',
        /^Event 3 is missing/,
      ],
      [
        'a hash that was rewritten',
        `UPDATE audit_events SET hash = '${'0'.repeat(64)}' WHERE seq = 3`,
        /^Event 3 does not match its hash/,
      ],
      [
        'a tail that was cut off',
        'DELETE FROM audit_events WHERE seq > 5',
        /^The head says event \d+ .+, the chain ends at 5/,
      ],
      ['a head that was set back', 'UPDATE audit_head SET seq = 3', /^The head says event 3/],
      [
        'a name that was changed beside the sealed words',
        `UPDATE audit_events SET actorName = 'somebody' WHERE seq = 3`,
        /^Event 3 is listed with another actorName/,
      ],
      [
        'a time that was changed beside the sealed words',
        `UPDATE audit_events SET createdAt = '2020-01-01T00:00:00.000Z' WHERE seq = 3`,
        /^Event 3 is listed with another createdAt/,
      ],
    ])('finds %s', async (_what, sql, sentence) => {
      const { db } = own.api
      const rows = await db.select('SELECT * FROM audit_events ORDER BY id')
      const [head] = await db.select('SELECT seq, hash FROM audit_head')
      await db.execute(sql)
      const { faults } = await verifyChain(db)
      await db.execute('DELETE FROM audit_events')
      await db.sequelize.getQueryInterface().bulkInsert('audit_events', rows)
      await db.execute('UPDATE audit_head SET seq = ?, hash = ?', [Number(head?.seq), String(head?.hash)])
      expect(faults[0]?.en).toMatch(sentence)
      expect(faults[0]?.zh).toMatch(/\p{Script=Han}.+。$/u)
      expect((await verifyChain(db)).faults).toEqual([])
    })
  })

  describe('server-sent events', () => {
    const open: EventReader[] = []
    const events = async (...args: Parameters<typeof openEvents>) => {
      const reader = await openEvents(...args)
      open.push(reader)
      return reader
    }
    afterAll(() => open.forEach((reader) => reader.close()))

    it('tell of each change in the order of the trail', async () => {
      const reader = await events(house().as('clerk'))
      const made = await Promise.all(Array.from({ length: 10 }, () => house().customer()))
      await house()
        .as('clerk')
        .update('customers', made[0]?.id ?? 0, { name: '改' })
      const changed = await reader.until(({ id, version }) => id === made[0]?.id && version === 2)
      expect(changed).toMatchObject({ resource: 'customers', version: 2, seq: expect.any(Number) })
      const seqs = reader.events.map(({ seq }) => seq)
      expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
      for (const { id } of made)
        expect(reader.events).toContainEqual(
          expect.objectContaining({ resource: 'customers', id, version: 1 }),
        )
    })

    it('go on where a reader left off, missing nothing and repeating nothing', async () => {
      const first = await events(house().as('clerk'))
      const one = await house().customer()
      const { seq } = await first.until(({ resource, id }) => resource === 'customers' && id === one.id)
      first.close()
      const two = await house().customer()
      const three = await house().customer()
      const second = await events(house().as('clerk'), seq)
      await second.until(({ resource, id }) => resource === 'customers' && id === three.id)
      expect(second.events.every((event) => event.seq > seq)).toBe(true)
      expect(second.events.filter(({ resource }) => resource === 'customers').map(({ id }) => id)).toEqual([
        two.id,
        three.id,
      ])
    })

    it('tell nobody of records that they may not read', async () => {
      const [service, warehouse] = [
        await events(house().as('service')),
        await events(house().as('warehouse')),
      ]
      const order = await house().confirmed()
      const after = await house().customer()
      for (const reader of [service, warehouse])
        await reader.until(({ resource, id }) => resource === 'customers' && id === after.id)
      const seenBy = (reader: EventReader) => new Set(reader.events.map(({ resource }) => resource))
      expect(seenBy(warehouse)).toContain('reservations')
      expect(seenBy(warehouse)).toContain('stock-moves')
      expect(seenBy(service)).toContain('orders')
      for (const hidden of ['reservations', 'stock-moves', 'api-keys', 'audit-events'])
        expect(seenBy(service)).not.toContain(hidden)
      expect(service.events).toContainEqual(expect.objectContaining({ resource: 'orders', id: order.id }))
      const keys = Object.keys(service.events[0] ?? {}).sort()
      expect(keys).toEqual(['id', 'resource', 'seq', 'version'])
    })
  })
})
