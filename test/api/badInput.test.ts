import { beforeAll, describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'

const chinese = expect.stringMatching(/\p{Script=Han}/u)
const english = expect.stringMatching(/^[\x20-\x7e]+$/)

eachDatabase((house) => {
  let order: Rec

  beforeAll(async () => {
    order = await house().draft()
  })

  describe('a body that is none', () => {
    it.each([
      ['{', 'POST'],
      ['{"name":}', 'PUT'],
      ['null', 'POST'],
      ['42', 'PUT'],
      ['"text"', 'POST'],
      ['[]', 'POST'],
      ['[{"name":"x"}]', 'PUT'],
      ['\u0000', 'POST'],
    ])('%j is refused with 400', async (body, method) => {
      for (const client of [house().as('clerk'), house().as('clerk').inEnglish()]) {
        const reply = await client.send(method, method === 'POST' ? '/orders' : `/orders/${order.id}`, body)
        expect(reply).toMatchObject({ status: 400, body: { code: 'bad_request' } })
      }
      expect(await house().as('clerk').read('orders', order.id)).toEqual(order)
    })

    it('of five megabytes is refused with 413, wherever it goes', async () => {
      const body = JSON.stringify({ code: 'big', name: 'x'.repeat(5_000_000) })
      for (const path of [
        '/customers',
        '/orders/preview',
        `/orders/${order.id}/submit`,
        '/orders/actions/submit',
        '/session',
        '/nothing',
      ]) {
        const reply = await house().as('clerk').post(path, body)
        expect(reply).toMatchObject({
          status: 413,
          body: { code: 'too_large', message: '内容太大，最多 1024 KB。' },
        })
      }
      expect(await house().api.nobody.inEnglish().post('/customers', body)).toMatchObject({
        status: 413,
        body: { message: 'The body is too large; at most 1024 KB.' },
      })
    })

    it('in another type, charset or packing is refused', async () => {
      const headers = async (type: object) => ({ ...(await house().as('clerk').headers()), ...type })
      const send = async (type: object, body: string) =>
        fetch(`${house().api.origin}/api/customers`, { method: 'POST', headers: await headers(type), body })
      for (const [type, body] of [
        [{ 'Content-Type': 'application/json; charset=latin1' }, '{}'],
        [{ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, 'no gzip'],
        [{ 'Content-Type': 'application/json', 'Content-Encoding': 'zip' }, '{}'],
        [{ 'Content-Type': 'application/x-www-form-urlencoded' }, 'code=1&name=2'],
        [{ 'Content-Type': 'text/plain' }, '{"code":"1"}'],
        [{ 'Content-Type': 'multipart/form-data; boundary=x' }, '--x--'],
      ] as const)
        expect({ type, status: (await send(type, body)).status }).toEqual({ type, status: 400 })
    })

    it('with keys of the language itself is refused like any unknown field', async () => {
      for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
        const reply = await house()
          .as('clerk')
          .post('/customers', `{"code":"proto-${key}","name":"x","${key}":{"admin":true}}`)
        expect(reply).toMatchObject({ status: 422 })
      }
      expect(Reflect.get({}, 'admin')).toBeUndefined()
    })
  })

  describe('an address that is none', () => {
    it.each([
      'abc',
      '-1',
      '1.5',
      '0',
      '1e3',
      '999999999',
      '00000000000000000000001',
      '9007199254740993',
      '99999999999999999999999',
      '%00',
      '..%2f..',
      "1'--",
      'null',
      '１',
      '%F0%A0%AE%B7',
    ])('the id %j leads nowhere', async (id) => {
      for (const reply of [
        await house().as('clerk').get(`/orders/${id}`),
        await house().as('clerk').put(`/orders/${id}`, { urgency: 'urgent' }),
        await house().as('clerk').post(`/orders/${id}/submit`),
        await house().as('clerk').delete(`/customers/${id}`),
        await house().as('clerk').get(`/documents/${id}/pdf`),
      ]) {
        expect([400, 404]).toContain(reply.status)
        expect(at(reply.body, 'message')).toEqual(chinese)
      }
    })

    it('with a broken escape is refused with 400', async () => {
      expect(await house().as('clerk').get('/orders/%E0%A4%A')).toMatchObject({
        status: 400,
        body: { code: 'bad_request' },
      })
    })
  })

  describe('a list query that is none', () => {
    it.each([
      'range=[0]',
      'range=[5,3]',
      'range=[-1,3]',
      'range=[0,1000]',
      'range=[0.5,2]',
      'range=0-24',
      'range={}',
      'range=[',
      'sort=["nothing","ASC"]',
      'sort=["id","SIDEWAYS"]',
      'sort=["lines","ASC"]',
      'sort=["shipTo","ASC"]',
      'sort=["grossInWords","ASC"]',
      'sort=["id; DROP TABLE orders","ASC"]',
      'sort=[["id"],"ASC"]',
      'sort=[null]',
      'sort="no"',
      'sort={"no":"ASC"}',
      'sort=[',
      'filter=[]',
      'filter=7',
      'filter="x"',
      'filter={"status":',
      'filter={"nothing":1}',
      'filter={"lines":1}',
      'filter={"shipTo":{"name":"x"}}',
      'filter={"shipTo.name":"x"}',
      'filter={"status":"lost"}',
      'filter={"status":{"$ne":"draft"}}',
      'filter={"customerId":"abc"}',
      'filter={"customerId_gte":1}',
      'filter={"no_gte":"a"}',
      'filter={"requestedDate":"soon"}',
      'filter={"createdAt_gte":"soon"}',
      'filter={"taxIncluded":"true"}',
      'filter={"grossAmount":"1.5"}',
      'filter={"q":{"a":1}}',
      'filter={"__proto__":1}',
      'filter={"constructor":1}',
      'filter={"password":1}',
      `filter=${JSON.stringify({ id: Array.from({ length: 1001 }, (_, n) => n) })}`,
    ])('%s is refused with 400, in both languages', async (query) => {
      const [zh, en] = [
        await house().as('clerk').get(`/orders?${query}`),
        await house().as('clerk').inEnglish().get(`/orders?${query}`),
      ]
      expect(zh).toMatchObject({ status: 400, body: { code: 'bad_request', message: chinese } })
      expect(en).toMatchObject({ status: 400, body: { code: 'bad_request', message: english } })
    })

    it.each([
      '',
      'filter=',
      'filter=null',
      'range=null',
      'sort=null',
      'sort=[]',
      'filter={"q":null}',
      'filter={"q":""}',
      'filter={"createdAt_gte":null}',
      'page=7',
      'filter={}&range=[0,-1]',
    ])('but %j is a list', async (query) => {
      expect((await house().as('clerk').get(`/orders?${query}`)).status).toBe(200)
    })

    it('a search takes its wildcards for what they are', async () => {
      const code = `W${next()}`
      for (const name of ['涨价 50%', '涨价 50 元', '型号 A_1', '型号 AB1', '斜线 \\'])
        await house().product({ name, code: `${code}-${next()}` })
      const found = async (q: string) =>
        (
          await house()
            .as('clerk')
            .list('products', { q: `${code} ${q}` })
        ).map(({ name }) => name)
      expect(await found('50%')).toEqual(['涨价 50%'])
      expect(await found('A_1')).toEqual(['型号 A_1'])
      expect(await found('\\')).toEqual(['斜线 \\'])
      expect(await found("'")).toEqual([])
      expect(await found('%')).toEqual(['涨价 50%'])
    })

    it('a search for what no text holds finds nothing', async () => {
      for (const q of ["'; DROP TABLE orders; --", '😀'.repeat(200), '\\'])
        expect(await house().as('clerk').list('orders', { q })).toEqual([])
    })
  })

  describe('an action that is asked wrongly', () => {
    it.each<[object, string]>([
      [{}, 'ids'],
      [{ ids: [] }, 'ids'],
      [{ ids: 'all' }, 'ids'],
      [{ ids: ['1'] }, 'ids'],
      [{ ids: [1.5] }, 'ids'],
      [{ ids: Array.from({ length: 501 }, (_, n) => n) }, 'ids'],
    ])('in bulk with %j: 400', async (body, word) => {
      expect(await house().as('clerk').post('/orders/actions/submit', body)).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining(word) },
      })
    })

    it('with a stale version: 409, and nothing is done', async () => {
      const { id } = await house().draft()
      await house().as('clerk').update('orders', id, { urgency: 'urgent' })
      expect(
        await house().as('clerk').inEnglish().post(`/orders/${id}/submit`, { version: 1 }),
      ).toMatchObject({
        status: 409,
        body: {
          code: 'stale_version',
          message: 'Somebody changed this record meanwhile (now version 2). Reload it and change it again.',
        },
      })
      expect(await house().as('clerk').read('orders', id)).toMatchObject({ status: 'draft', version: 2 })
      expect((await house().as('clerk').post(`/orders/${id}/submit`, { version: 2 })).status).toBe(200)
    })

    it.each(['abc', 1.5, -1, {}, [], 0, '2x'])(
      'with a version that is none, %j: refused',
      async (version) => {
        const { id } = await house().draft()
        expect([409, 422]).toContain(
          (await house().as('clerk').put(`/orders/${id}`, { version, urgency: 'urgent' })).status,
        )
        expect(await house().as('clerk').read('orders', id)).toMatchObject({ version: 1, urgency: 'normal' })
      },
    )

    it('with input that it does not take: 422 at the field', async () => {
      const { id } = await house().submitted()
      expect(await house().as('confirmer').post(`/orders/${id}/confirm`, { force: true })).toMatchObject({
        status: 422,
        body: { errors: { force: chinese } },
      })
      expect(
        await house()
          .as('confirmer')
          .post(`/orders/${id}/reject`, { reason: 'x'.repeat(201) }),
      ).toMatchObject({ status: 422, body: { errors: { reason: '最多 200 个字。' } } })
      expect(await house().as('confirmer').post(`/orders/${id}/reject`, ['reason'])).toMatchObject({
        status: 400,
      })
      expect(await house().as('clerk').read('orders', id)).toMatchObject({ status: 'submitted' })
    })
  })
})
