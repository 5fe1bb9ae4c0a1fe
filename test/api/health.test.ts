import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { openDatabase } from '../../api/db/database.js'
import { runOn } from '../../api/db/driver.js'
import { migrate, pendingMigrations } from '../../api/db/migrate.js'
import { startApi } from '../../api/start.js'
import { password, signedIn } from '../support/api.js'
import { at } from '../support/at.js'
import { Client } from '../support/client.js'
import { cutLine, type CutLine } from '../support/cutLine.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openEvents } from '../support/events.js'
import { freshMysqlUrl } from '../support/freshMysqlUrl.js'
import { House, next, openHouse } from '../support/house.js'
import { until } from '../support/until.js'

const silent = pino({ level: 'silent' })
const serve = (databaseUrl: string) =>
  startApi({ databaseUrl, host: '127.0.0.1', port: 0, trustProxy: null, log: silent })

async function get(origin: string, route: string) {
  const response = await fetch(origin + route)
  return { status: response.status, text: await response.text() }
}

eachDatabase((house, database) => {
  describe('the health of an API that works', () => {
    it('is told to whoever asks', async () => {
      const { origin } = house().api
      expect(await get(origin, '/healthz')).toEqual({ status: 200, text: '{"status":"ok"}' })
      expect(await get(origin, '/readyz')).toEqual({ status: 200, text: '{"status":"ready"}' })
    })

    it('is measured: requests by route and status, print jobs by status, the process', async () => {
      const document = await house().issued()
      await house().api.nobody.get('/orders')
      const { status, text } = await get(house().api.origin, '/metrics')
      expect(status).toBe(200)
      expect(text).toMatch(
        /^slipway_http_seconds_count\{method="POST",route="\/api\/shipments\/:id\/:action",status="200"\} \d+$/m,
      )
      expect(text).toMatch(/^slipway_http_seconds_count\{method="GET",route="[^"]+",status="401"\} \d+$/m)
      expect(text).toMatch(/^slipway_print_jobs\{status="queued"\} [1-9]/m)
      expect(text).toMatch(/^slipway_database_up 1$/m)
      expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
      expect(text).not.toContain(`/${document.id}/`)
      expect(text).not.toContain(String(document.customerName))
    })
  })

  it('an API on an empty database lives but is not ready; once that is migrated it is, without a restart', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'slipway-health-'))
    const url = database === 'sqlite' ? `sqlite:${path.join(folder, 'x.sqlite')}` : await freshMysqlUrl()
    const api = await serve(url)
    try {
      const origin = `http://127.0.0.1:${api.port}`
      const notReady = await get(origin, '/readyz')
      expect(notReady.status).toBe(503)
      expect(at(JSON.parse(notReady.text), 'reason')).toMatch(/^migrations to run: 0001-core/)
      expect((await get(origin, '/healthz')).status).toBe(200)
      expect(await pendingMigrations(api.db)).toContain('0001-core')
      expect(await api.db.sequelize.getQueryInterface().showAllTables()).toEqual([])

      const other = await openDatabase(url)
      await migrate(other)
      await other.close()
      expect(await get(origin, '/readyz')).toMatchObject({ status: 200 })
    } finally {
      await api.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

it('a full disk under the database is told in a sentence, and work goes on once there is room', async () => {
  const house = await openHouse('sqlite')
  const { connectionManager } = house.api.db.sequelize
  const open = connectionManager.getConnection.bind(connectionManager)
  const clerk = house.as('clerk')
  const huge = { name: '很长', address: '长'.repeat(200), code: '' }
  try {
    const { id } = await house.customer({ name: '之前' })
    // SQLite's own limit: it refuses the next page as it would on a full disk.
    connectionManager.getConnection = async (options) => {
      const connection = await open(options)
      await runOn(connection, 'PRAGMA max_page_count = 1')
      return connection
    }
    const replies = []
    for (let tries = 0; tries < 60; tries++)
      replies.push(await clerk.post('/customers', { ...huge, code: `full-${next()}` }))
    const refused = replies.filter(({ status }) => status !== 201)
    expect(refused.length).toBeGreaterThan(3)
    for (const reply of refused)
      expect(reply).toMatchObject({
        status: 503,
        body: { code: 'disk_full', message: expect.stringContaining('磁盘已满') },
      })
    expect((await clerk.read('customers', id)).name).toBe('之前')

    connectionManager.getConnection = open
    expect((await clerk.post('/customers', { ...huge, code: `full-${next()}` })).status).toBe(201)
    const kept = await clerk.list('customers', { name: '很长' })
    expect(kept).toHaveLength(replies.length - refused.length + 1)
  } finally {
    await house.api.stop()
  }
})

describe('a database that goes away and comes back', () => {
  let house: House
  let line: CutLine
  let origin: string
  let clerk: Client
  let stop: () => Promise<void>

  beforeAll(async () => {
    // The house prepares the database; a second API reaches it over a line that can be cut.
    house = await openHouse('mysql')
    const url = new URL(house.api.databaseUrl)
    line = await cutLine(Number(url.port))
    url.port = String(line.port)
    const api = await serve(url.toString())
    stop = () => api.stop()
    origin = `http://127.0.0.1:${api.port}`
    clerk = signedIn(new Client(`${origin}/api`, async () => ({})), 'clerk', password)
  })
  afterAll(async () => {
    await stop()
    await house.api.stop()
  })

  it('is told in a sentence while it is away, and nothing has to be restarted after', async () => {
    const stream = await openEvents(clerk)
    const { id } = await clerk.create('customers', { code: `away-${next()}`, name: '之前' })
    await line.cut()

    for (const reply of [
      await clerk.get('/customers'),
      await clerk.put(`/customers/${id}`, { name: '之中' }),
      await clerk.post('/customers', { code: `away-${next()}`, name: '之中' }),
      await clerk.get('/events'),
      await clerk.post('/session', { username: 'clerk', password }),
    ]) {
      expect(reply).toMatchObject({
        status: 503,
        body: { code: 'unavailable', message: expect.stringContaining('什么都没有改动') },
      })
      expect(reply.header('retry-after')).toBe('2')
    }
    expect((await clerk.inEnglish().get('/customers')).text).toContain(
      'Nothing was changed; try again shortly.',
    )
    expect(await get(origin, '/readyz')).toMatchObject({
      status: 503,
      text: expect.stringContaining('database unreachable'),
    })
    expect(await get(origin, '/healthz')).toMatchObject({ status: 200 })
    const metrics = await get(origin, '/metrics')
    expect(metrics).toMatchObject({ status: 200, text: expect.stringContaining('slipway_database_up 0') })

    await line.mend()
    await until(
      () => get(origin, '/readyz'),
      ({ status }) => status === 200,
    )
    expect(await clerk.update('customers', id, { name: '之后' })).toMatchObject({ name: '之后', version: 2 })
    await stream.until((event) => event.resource === 'customers' && event.id === id && event.version === 2)
    stream.close()
  })

  it('does nothing by halves when it goes in the midst of work', async () => {
    const product = await house.product()
    const { id: customerId } = await house.customer()
    const lines = Array.from({ length: 20 }, () => ({
      productId: product.id,
      quantity: '1',
      unitPrice: '1',
      taxRate: '0',
    }))
    const warned = jest.spyOn(console, 'warn')
    const writing = Array.from({ length: 30 }, () => clerk.post('/orders', { customerId, lines }))
    await Promise.race(writing)
    await line.cut()
    const replies = await Promise.all(writing)
    await line.mend()
    const statuses = new Set(replies.map(({ status }) => status))
    // The log is where things are told.
    expect(warned).not.toHaveBeenCalled()
    warned.mockRestore()
    expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([])

    // The one whose commit was answered by the cut alone may be there or not; each that is there is whole.
    const stored = await house.as('clerk').list('orders', { customerId })
    expect(stored.length).toBeGreaterThanOrEqual(replies.filter(({ status }) => status === 201).length)
    for (const { id } of stored) {
      const order = await house.as('clerk').read('orders', id)
      expect(order).toMatchObject({ grossAmount: 2000 })
      expect(order.lines).toHaveLength(20)
      expect(
        await house.as('auditor').list('audit-events', { resource: 'orders', recordId: id }),
      ).toHaveLength(1)
    }
    await until(
      () => get(origin, '/readyz'),
      ({ status }) => status === 200,
    )
    expect((await clerk.post('/orders', { customerId, lines })).status).toBe(201)
  })
})
