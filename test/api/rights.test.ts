import { beforeAll, describe, expect, it } from '@jest/globals'
import { storeBlob } from '../../api/db/blobs.js'
import { declarations } from '../../api/domain/index.js'
import { roles } from '../support/api.js'
import { at } from '../support/at.js'
import type { Client, Reply } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openEvents } from '../support/events.js'
import { sample } from '../support/samples.js'
import { table } from './rightsTable.js'

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
})

const listed = (actions: unknown): string[] =>
  Array.isArray(actions) ? actions.map((one) => String(at(one, 'name'))).sort() : []
