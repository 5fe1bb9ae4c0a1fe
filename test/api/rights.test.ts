import { beforeAll, describe, expect, it } from '@jest/globals'
import { storeBlob } from '../../api/db/blobs.js'
import { declarations } from '../../api/domain/index.js'
import { roles } from '../support/api.js'
import { at } from '../support/at.js'
import { asRec, type Client, type Rec, type Reply } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openEvents } from '../support/events.js'
import { sample } from '../support/samples.js'

const all = 'admin clerk sales confirmer finance warehouse service supervisor auditor'
const butService = 'admin clerk sales confirmer finance warehouse supervisor auditor'

const money = 'admin clerk sales confirmer finance supervisor auditor'

interface Row {
  read: string
  create?: string
  update?: string
  delete?: string
  actions?: Record<string, string>
}

/** The rights of the house, as its design states them; written down here by hand and not taken from the code. */
const table: Record<string, Row> = {
  orders: {
    read: all,
    create: 'clerk sales',
    update: 'clerk sales',
    actions: {
      submit: 'clerk sales',
      reject: 'confirmer',
      confirm: 'confirmer',
      cancel: 'clerk sales confirmer supervisor',
      ship: 'warehouse',
      issue: 'clerk warehouse',
    },
  },
  'change-requests': {
    read: all,
    create: 'clerk sales',
    update: 'clerk sales',
    actions: {
      issue: 'clerk sales',
      approve: 'confirmer supervisor',
      refuse: 'confirmer supervisor',
      withdraw: 'clerk sales',
    },
  },
  // Finance may change a customer for the credit limit's sake, and nothing else of it.
  customers: { read: all, create: 'clerk sales', update: 'clerk sales finance', delete: 'clerk sales' },
  products: { read: all, create: 'admin supervisor', update: 'admin supervisor', delete: 'admin supervisor' },
  warehouses: {
    read: all,
    create: 'admin supervisor',
    update: 'admin supervisor',
    delete: 'admin supervisor',
  },
  'company-profile': { read: all, create: 'admin supervisor', update: 'admin supervisor' },
  // How long a sign-in lasts is the administrator's alone: test/domain/settings tells.
  settings: { read: 'admin supervisor auditor', create: 'admin supervisor', update: 'admin supervisor' },
  shipments: {
    read: all,
    update: 'warehouse',
    actions: {
      issue: 'warehouse',
      dispatch: 'warehouse',
      deliver: 'warehouse',
      waybill: 'warehouse',
      cancel: 'warehouse',
    },
  },
  handovers: {
    read: all,
    create: 'warehouse',
    update: 'warehouse',
    actions: { issue: 'warehouse', handOver: 'warehouse', cancel: 'warehouse' },
  },
  'stock-balances': { read: butService },
  'stock-moves': { read: butService, create: 'warehouse supervisor' },
  reservations: { read: butService },
  receipts: {
    read: money,
    create: 'finance',
    update: 'finance',
    actions: { receive: 'finance', issue: 'finance', void: 'finance' },
  },
  statements: {
    read: money,
    create: 'finance',
    update: 'finance',
    actions: { issue: 'finance', confirm: 'finance', dispute: 'finance', void: 'finance' },
  },
  'export-sets': {
    read: all,
    create: 'clerk sales',
    update: 'clerk sales',
    actions: {
      complete: 'clerk sales',
      issue: 'clerk sales',
      reopen: 'clerk sales supervisor',
      cancel: 'clerk sales',
    },
  },
  'statement-runs': { read: money, create: 'finance' },
  // Whoever counted does not approve: test/domain/stocktakes tells.
  stocktakes: {
    read: butService,
    create: 'warehouse',
    update: 'warehouse',
    actions: {
      start: 'warehouse',
      issue: 'warehouse',
      count: 'warehouse',
      finish: 'warehouse',
      recount: 'warehouse supervisor',
      approve: 'supervisor',
      cancel: 'warehouse supervisor',
    },
  },
  'stocktake-lines': { read: butService, update: 'warehouse supervisor' },
  documents: { read: all },
  'document-copies': {
    read: all,
    actions: {
      returned: 'clerk sales warehouse finance supervisor',
      recall: 'clerk sales warehouse finance supervisor',
    },
  },
  'copy-scans': { read: all },
  'print-jobs': {
    read: 'admin clerk confirmer warehouse service supervisor auditor',
    actions: {
      check: 'clerk warehouse supervisor',
      cancel: 'clerk warehouse',
      move: 'clerk warehouse',
      retry: 'clerk warehouse',
      hold: 'clerk warehouse',
      release: 'clerk warehouse',
      reprint: 'clerk warehouse',
      resolve: 'warehouse supervisor',
    },
  },
  'print-batches': {
    read: 'admin clerk confirmer warehouse service supervisor auditor',
    actions: {
      pause: 'clerk warehouse',
      resume: 'clerk warehouse',
      printReady: 'clerk warehouse',
      retry: 'clerk warehouse',
      cancel: 'clerk warehouse',
    },
  },
  printers: {
    read: all,
    create: 'admin',
    update: 'admin',
    delete: 'admin',
    actions: {
      pause: 'warehouse admin',
      resume: 'warehouse admin',
      testPage: 'warehouse admin',
      rulerPage: 'warehouse admin',
      driftPages: 'warehouse admin',
      trustCertificate: 'admin',
    },
  },
  // An edition of a template never changes: the admin makes the next one.
  templates: { read: all, create: 'admin', actions: { restore: 'admin' } },
  images: { read: all, delete: 'admin' },
  'template-drafts': {
    read: 'admin',
    create: 'admin',
    update: 'admin',
    delete: 'admin',
    actions: { publish: 'admin' },
  },
  'copy-sets': { read: all, create: 'admin', update: 'admin', delete: 'admin' },
  'auto-prints': { read: all, create: 'admin', update: 'admin', delete: 'admin' },
  'printer-alerts': { read: all, actions: { seen: 'clerk warehouse supervisor admin' } },
  'found-printers': { read: 'admin warehouse supervisor' },
  'print-problems': { read: all, actions: { retry: 'clerk warehouse', dismiss: 'clerk warehouse' } },
  'print-rules': { read: all, create: 'admin', update: 'admin', delete: 'admin' },
  users: { read: all, create: 'admin', update: 'admin' },
  'api-keys': { read: 'admin', create: 'admin', update: 'admin', delete: 'admin' },
  sessions: { read: 'admin', actions: { revoke: 'admin' } },
  'audit-events': { read: 'auditor supervisor admin' },
  'number-register': { read: 'auditor supervisor admin' },
  'print-attempts': { read: 'auditor supervisor admin' },
  // All see and work on the imports that are their own; what each may bring in, test/imports tells.
  imports: { read: all, actions: { check: all, run: all, undo: all } },
  'backup-runs': { read: 'auditor supervisor admin' },
  'month-exports': {
    read: 'auditor supervisor admin',
    create: 'auditor supervisor admin',
    actions: { discard: 'auditor supervisor admin' },
  },
}

const printServerRoutes = [
  'POST /print-server/v1/claim',
  'POST /print-server/v1/jobs/{id}/next',
  'GET /print-server/v1/jobs/{id}/content',
  'PUT /print-server/v1/jobs/{id}/pdf',
  'GET /print-server/v1/pdf/{sha256}',
  'POST /print-server/v1/jobs/{id}/attempt',
  'POST /print-server/v1/jobs/{id}/report',
  'POST /print-server/v1/printers/{id}/state',
  'POST /print-server/v1/printers/due',
  'POST /print-server/v1/printers/found',
  'GET /print-server/v1/printers/{id}',
  'POST /print-server/v1/printers/{id}/look',
  'POST /print-server/v1/leases/{id}/renew',
  'POST /print-server/v1/leases/{id}/release',
  'POST /print-server/v1/renders/claim',
  'POST /print-server/v1/renders/{id}/renew',
  'PUT /print-server/v1/renders/{id}/pdf',
  'POST /print-server/v1/renders/{id}/failed',
]

const may = (allowed: string | undefined, who: string): boolean => (allowed ?? '').split(' ').includes(who)
const nowhere = 999_999_999

type Outcome = 'yes' | 'no' | 'sign in first'
const outcomeOf = (status: number): Outcome =>
  status === 401 ? 'sign in first' : status === 403 ? 'no' : 'yes'

eachDatabase((house) => {
  const callers = [...roles, 'nobody', 'a print server'] as const
  const caller = (who: (typeof callers)[number]): Client =>
    who === 'nobody'
      ? house().api.nobody
      : who === 'a print server'
        ? house().api.withKey(['print-server'], 'main')
        : house().as(who)

  describe('the walk along all routes', () => {
    const existing = new Map<string, number>()

    beforeAll(async () => {
      for (const of of declarations) existing.set(of.name, (await sample(house(), of)).id)
      // Archived already: nobody shall wait for a print server.
      const { db } = house().api
      const pdf = await storeBlob(db, Buffer.from('%PDF-1.7'), 'application/pdf')
      await db.execute('UPDATE documents SET pdfSha256 = ?', [pdf])
    })

    it.each(callers)('lets %s do what the table of rights says, and nothing else', async (who) => {
      const client = caller(who)
      const isStaff = roles.some((role) => role === who)
      const expected: Record<string, Outcome> = {}
      const found: Record<string, Outcome> = {}
      const step = async (route: string, allowed: boolean, reply: Promise<Reply>) => {
        expected[route] = allowed ? 'yes' : who === 'nobody' ? 'sign in first' : 'no'
        const { status, body } = await reply
        const inBulk = at(body, 'results.0.status')
        found[route] = outcomeOf(typeof inBulk === 'number' ? inBulk : status)
      }

      for (const { name, actions } of declarations) {
        const rights = table[name] ?? { read: '' }
        const [reads, id] = [may(rights.read, who), existing.get(name)]
        await step(`GET /${name}`, reads, client.get(`/${name}?range=[0,0]`))
        await step(`GET /${name}/{id}`, reads, client.get(`/${name}/${id}`))
        await step(`GET /${name}/export`, reads, client.get(`/${name}/export?filter={"id":0}`))
        const [creates, updates, deletes] = [
          may(rights.create, who),
          may(rights.update, who),
          may(rights.delete, who),
        ]
        await step(`POST /${name}`, creates, client.post(`/${name}`, {}))
        // Whoever may is sent to a record that is not there, whoever may not to one that is.
        await step(`PUT /${name}/{id}`, updates, client.put(`/${name}/${updates ? nowhere : id}`, {}))
        await step(`DELETE /${name}/{id}`, deletes, client.delete(`/${name}/${deletes ? nowhere : id}`))
        for (const [action, allowed] of Object.entries(rights.actions ?? {})) {
          const acts = may(allowed, who)
          const target = acts ? nowhere : Number(id)
          await step(`POST /${name}/{id}/${action}`, acts, client.post(`/${name}/${target}/${action}`, {}))
          if (actions?.[action]?.bulk)
            await step(
              `POST /${name}/actions/${action}`,
              acts,
              client.post(`/${name}/actions/${action}`, { ids: [target] }),
            )
        }
      }
      await step('POST /orders/preview', may('clerk sales', who), client.post('/orders/preview', {}))

      const signedIn = who !== 'nobody'
      await step('GET /schema', signedIn, client.get('/schema'))
      await step('GET /openapi.json', signedIn, client.get('/openapi.json'))
      await step('GET /dashboard', signedIn, client.get('/dashboard'))
      await step('GET /system', who === 'admin', client.get('/system'))
      await step('GET /preferences', signedIn, client.get('/preferences'))
      await step('PUT /preferences', isStaff, client.put('/preferences', {}))
      await step('GET /search', signedIn, client.get('/search?q=x'))
      await step(
        'POST /document-copies/scan',
        may('clerk sales warehouse finance supervisor', who),
        client.post('/document-copies/scan', {}),
      )
      const attachment = `/document-copies/${nowhere}/attachment`
      await step('GET /document-copies/{id}/attachment', signedIn, client.get(attachment))
      await step(
        'PUT /document-copies/{id}/attachment',
        may('clerk sales warehouse finance supervisor', who),
        client.send('PUT', attachment, '%PDF-1.7', { 'Content-Type': 'application/pdf' }),
      )
      await step(
        'GET /documents/{id}/pdf',
        signedIn,
        client.get(`/documents/${existing.get('documents')}/pdf`),
      )
      await step('GET /template-samples/{kind}', signedIn, client.get('/template-samples/receipt'))
      await step('POST /template-previews', may('admin', who), client.post('/template-previews', {}))
      await step(
        'GET /print-batches/{id}/places',
        may(table['print-batches']?.read, who),
        client.get(`/print-batches/${existing.get('print-batches')}/places`),
      )
      await step(
        'GET /month-exports/{id}/zip',
        may('auditor supervisor admin', who),
        client.get(`/month-exports/${nowhere}/zip`),
      )
      for (const route of printServerRoutes) {
        const [method = '', path = ''] = route.split(' ')
        const real = path.replace('{id}', String(nowhere)).replace('{sha256}', '0'.repeat(64))
        await step(
          route,
          who === 'a print server',
          client.send(method, real, method === 'GET' ? undefined : {}),
        )
      }
      expect(found).toEqual(expected)

      // Sessions are for people: a key has none to show, to end or to change the password of.
      for (const reply of [
        await client.get('/session'),
        await client.post('/session/password', {}),
        ...(isStaff ? [] : [await client.delete('/session')]),
      ])
        expect(reply.status === 401).toBe(!isStaff)
      const events = await openEvents(client)
      events.close()
      expect(events.status).toBe(signedIn ? 200 : 401)
    })

    it('passes every route that OpenAPI knows', async () => {
      const { body } = await house().as('auditor').get('/openapi.json')
      const known = Object.entries(Object(at(body, 'paths'))).flatMap(([path, methods]) =>
        Object.keys(Object(methods))
          .filter((method) => ['get', 'post', 'put', 'delete', 'patch'].includes(method))
          .map((method) => `${method.toUpperCase()} ${path}`),
      )
      const rights = Object.entries(table).flatMap(([name, row]) => [
        `GET /${name}`,
        `GET /${name}/{id}`,
        `GET /${name}/export`,
        ...(row.create ? [`POST /${name}`] : []),
        ...(row.update ? [`PUT /${name}/{id}`] : []),
        ...(row.delete ? [`DELETE /${name}/{id}`] : []),
        ...Object.keys(row.actions ?? {}).map((action) => `POST /${name}/{id}/${action}`),
      ])
      const others = [
        'POST /session',
        'GET /session',
        'DELETE /session',
        'POST /session/password',
        'GET /schema',
        'GET /dashboard',
        'GET /search',
        'GET /system',
        'GET /preferences',
        'PUT /preferences',
        'GET /events',
        'POST /document-copies/scan',
        'GET /document-copies/{id}/attachment',
        'PUT /document-copies/{id}/attachment',
        'GET /documents/{id}/pdf',
        'POST /template-previews',
        'GET /template-samples/{kind}',
        'GET /month-exports/{id}/zip',
        'GET /print-batches/{id}/places',
        'POST /images',
        'GET /images/{id}/picture',
        'PUT /images/{id}/picture',
        'POST /imports',
        'GET /imports/template',
        'GET /imports/{id}/errors',
        'POST /orders/preview',
        ...printServerRoutes,
      ]
      const single = known.filter((route) => !/^POST \/[\w-]+\/actions\/\w+$/.test(route))
      expect(single.sort()).toEqual([...rights, ...others].sort())
    })

    it('is closed where nothing is declared', async () => {
      for (const path of [
        '/',
        '/nothing',
        '/orders/1/lines/2',
        '/orders/actions',
        '/print-server/v2/claim',
        '/passwords',
      ]) {
        expect((await house().api.nobody.get(path)).status).toBe(401)
        expect((await house().api.nobody.post(path, {})).status).toBe(401)
        expect((await house().as('admin').get(path)).status).toBe(404)
      }
      const id = existing.get('orders')
      for (const action of ['toString', 'constructor', '__proto__', 'complete', 'Submit'])
        expect((await house().as('clerk').post(`/orders/${id}/${action}`, {})).status).toBe(404)
      expect(
        (
          await house()
            .as('clerk')
            .post('/orders/actions/cancel', { ids: [id] })
        ).status,
      ).toBe(404)
    })

    it.each(roles)('publishes to %s what they may see and do', async (who) => {
      const { body } = await house().as(who).get('/schema')
      const resources = at(body, 'resources')
      const seen = Array.isArray(resources) ? resources : []
      const published = seen.map((one) => ({
        name: at(one, 'name'),
        can: at(one, 'can'),
        actions: listed(at(one, 'actions')),
      }))
      const written = Object.entries(table)
        .filter(([, row]) => may(row.read, who))
        .map(([name, row]) => ({
          name,
          can: {
            create: may(row.create, who),
            update: may(row.update, who),
            delete: may(row.delete, who),
            export: true,
          },
          actions: Object.entries(row.actions ?? {})
            .filter(([, allowed]) => may(allowed, who))
            .map(([action]) => action)
            .sort(),
        }))
      const byName = (a: { name: unknown }, b: { name: unknown }) =>
        String(a.name).localeCompare(String(b.name))
      expect(published.sort(byName)).toEqual(written.sort(byName))
      expect(at(body, 'user')).toMatchObject({ username: who, roles: [who] })
    })
  })

  describe('the credit limit', () => {
    let customer: Rec

    beforeAll(async () => {
      customer = await house().customer()
      await house().as('finance').update('customers', customer.id, { creditLimit: 5_000_000 })
    })

    it.each(['service', 'warehouse'] as const)('is not there for %s, wherever one looks', async (who) => {
      const client = house().as(who)
      expect(await client.read('customers', customer.id)).not.toHaveProperty('creditLimit')
      const [row] = await client.list('customers', { id: customer.id })
      expect(row).not.toHaveProperty('creditLimit')

      for (const query of [
        (field: string) => `filter={"${field}":5000000}`,
        (field: string) => `filter={"${field}_gte":1}`,
        (field: string) => `filter={"${field}":null}`,
        (field: string) => `sort=["${field}","ASC"]`,
      ])
        for (const path of ['/customers', '/customers/export']) {
          const hidden = await client.get(`${path}?${query('creditLimit')}`)
          const unknown = await client.get(`${path}?${query('creditLimix')}`)
          expect(hidden.status).toBe(400)
          expect(hidden.text.replaceAll('creditLimit', '?')).toBe(unknown.text.replaceAll('creditLimix', '?'))
        }

      const csv = await client.get(`/customers/export?filter={"id":${customer.id}}`)
      expect(csv.text).toContain(String(customer.name))
      expect(csv.text).not.toMatch(/信用额度|50000/)
      expect((await client.get('/schema')).text).not.toMatch(/creditLimit|信用额度/)
    })

    it.each(roles.filter((role) => role !== 'service' && role !== 'warehouse'))(
      'is there for %s',
      async (who) => {
        const client = house().as(who)
        expect(await client.read('customers', customer.id)).toMatchObject({ creditLimit: 5_000_000 })
        expect(await client.list('customers', { id: customer.id, creditLimit_gte: 5_000_000 })).toHaveLength(
          1,
        )
        expect((await client.get('/customers/export?sort=["creditLimit","DESC"]')).text).toContain('50000.00')
        expect((await client.get('/schema')).text).toContain('creditLimit')
      },
    )

    it('is set by finance alone, who set nothing else', async () => {
      const { name } = customer
      for (const who of ['clerk', 'sales'] as const)
        expect(await house().as(who).update('customers', customer.id, { creditLimit: 1 })).toMatchObject({
          creditLimit: 5_000_000,
        })
      const changed = { creditLimit: 7_000_000, name: '改名' }
      expect(await house().as('finance').update('customers', customer.id, changed)).toMatchObject({
        creditLimit: 7_000_000,
        name,
      })
      expect(await house().customer({ creditLimit: 9 })).toMatchObject({ creditLimit: null })
      await house().as('finance').update('customers', customer.id, { creditLimit: 5_000_000 })
    })
  })

  describe('rights that depend on the record', () => {
    const cancel = (who: (typeof roles)[number], order: Rec) =>
      house().as(who).post(`/orders/${order.id}/cancel`, { reason: '客户取消' })

    it.each([
      ['clerk', 'draft', 200],
      ['sales', 'draft', 200],
      ['confirmer', 'draft', 403],
      ['supervisor', 'draft', 403],
      ['sales', 'submitted', 200],
      ['supervisor', 'submitted', 403],
      ['clerk', 'confirmed', 403],
      ['sales', 'confirmed', 403],
      ['confirmer', 'confirmed', 200],
      ['supervisor', 'confirmed', 200],
    ] as const)('a cancel by %s of an order that is %s: %d', async (who, state, status) => {
      const order = await house()[state]()
      expect((await cancel(who, order)).status).toBe(status)
      const after = await house().as('auditor').read('orders', order.id)
      expect(after.status).toBe(status === 200 ? 'cancelled' : state)
    })

    it('only the warehouse receives stock, only the supervisor adjusts it, nobody writes shipments', async () => {
      const warehouse = await house().warehouse()
      const product = await house().product()
      const move = { productId: product.id, warehouseId: warehouse.id, quantity: '1', reason: '盘点' }
      const statuses = []
      for (const type of ['receipt', 'adjustment', 'shipment'])
        for (const who of ['warehouse', 'supervisor'] as const)
          statuses.push(
            `${who} ${type} ${
              (
                await house()
                  .as(who)
                  .post('/stock-moves', { ...move, type })
              ).status
            }`,
          )
      expect(statuses).toEqual([
        'warehouse receipt 201',
        'supervisor receipt 403',
        'warehouse adjustment 403',
        'supervisor adjustment 201',
        'warehouse shipment 403',
        'supervisor shipment 403',
      ])
    })

    it('tells the names of users to all, and the rest of them to the admin', async () => {
      const [clerk] = await house().as('admin').list('users', { username: 'clerk' })
      expect(clerk).toMatchObject({ username: 'clerk', roles: ['clerk'], disabled: false })
      expect(clerk).not.toHaveProperty('password')
      const seen = await house().as('sales').read('users', asRec(clerk).id)
      expect(Object.keys(seen).sort()).toEqual(['createdAt', 'id', 'name', 'updatedAt', 'version'])
      const sales = house().as('sales')
      for (const filter of [
        '{"username":"clerk"}',
        '{"disabled":false}',
        '{"password":"x"}',
        '{"roles":"clerk"}',
      ])
        expect((await sales.get(`/users?filter=${filter}`)).status).toBe(400)
      expect(await sales.list('users', { q: 'cler' })).toEqual([])
      expect(await house().as('admin').list('users', { q: 'cler' })).toHaveLength(1)
    })

    it('keeps the options of a printer to the admin', async () => {
      const printer = await house().printer({ options: { tray: 'tray-2' }, username: 'office' })
      expect(await house().as('admin').read('printers', printer.id)).toMatchObject({
        options: { tray: 'tray-2' },
        username: 'office',
      })
      const seen = await house().as('warehouse').read('printers', printer.id)
      for (const name of ['options', 'username', 'password', 'tlsPin', 'tlsCa'])
        expect(seen).not.toHaveProperty(name)
    })

    it('gives a machine the rights of the roles of its key', async () => {
      const key = house().api.withKey(['clerk'])
      const made = await key.create('customers', { code: 'by-key', name: '接口客户' })
      expect(made).toMatchObject({ name: '接口客户' })
      expect((await key.post('/products', {})).status).toBe(403)
      expect((await key.get('/stock-balances')).status).toBe(200)
    })
  })
})

const listed = (actions: unknown): string[] =>
  Array.isArray(actions) ? actions.map((one) => String(at(one, 'name'))).sort() : []
