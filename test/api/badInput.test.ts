import { beforeAll, describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'

const chinese = expect.stringMatching(/\p{Script=Han}/u)
const english = expect.stringMatching(/^[\x20-\x7e]+$/)

eachDatabase((house) => {
  let order: Rec
  let product: Rec
  const nowhere = 999_999_999

  beforeAll(async () => {
    order = await house().draft()
    product = await house().product()
  })

  const anOrder = async (fields: object = {}) => ({
    customerId: (await house().customer()).id,
    lines: [{ productId: product.id, quantity: '1' }],
    ...fields,
  })

  describe('a field that is wrong', () => {
    // The body of a create or an edit, where the error stands, how it is said in either language.
    it.each<[string, string, object, string, unknown, unknown]>([
      [
        'unknown',
        'customers',
        { shoeSize: 43 },
        'shoeSize',
        '没有这个字段,请删去。',
        'There is no such field; please remove it.',
      ],
      ['missing', 'customers', { name: null }, 'name', '必填。', 'This is required.'],
      ['blank', 'customers', { name: '  ' }, 'name', '必填。', 'This is required.'],
      ['no text', 'customers', { name: 42 }, 'name', '请填写文字。', 'Please enter text.'],
      [
        'an object for a text',
        'customers',
        { name: { $gt: '' } },
        'name',
        '请填写文字。',
        'Please enter text.',
      ],
      [
        'too long',
        'customers',
        { name: 'x'.repeat(101) },
        'name',
        '最多 100 个字。',
        'At most 100 characters.',
      ],
      ['a control character', 'customers', { name: 'a\u0000b' }, 'name', chinese, english],
      ['a line break in one line', 'customers', { name: 'a\nb' }, 'name', chinese, english],
      [
        'no choice',
        'orders',
        { urgency: 'yesterday' },
        'urgency',
        '请从中选择:普通、加急。',
        'Choose one of: normal, urgent.',
      ],
      ['no truth value', 'orders', { taxIncluded: 'yes' }, 'taxIncluded', chinese, english],
      [
        'no date',
        'orders',
        { requestedDate: '2026-02-30' },
        'requestedDate',
        chinese,
        'Please enter a date such as 2026-11-23.',
      ],
      ['a date that is a number', 'orders', { requestedDate: 20261123 }, 'requestedDate', chinese, english],
      ['no time', 'orders', { receivedAt: 'tomorrow' }, 'receivedAt', chinese, english],
      ['a time without zone', 'orders', { receivedAt: '2026-11-23T08:30' }, 'receivedAt', chinese, english],
      [
        'a time before all years',
        'orders',
        { receivedAt: '0000-01-01T00:00:00+08:00' },
        'receivedAt',
        chinese,
        english,
      ],
      [
        'a time after all years',
        'orders',
        { receivedAt: '9999-12-31T23:59:59-12:00' },
        'receivedAt',
        chinese,
        english,
      ],
      [
        'an unknown customer',
        'orders',
        { customerId: 999_999_999 },
        'customerId',
        '没有编号为 999999999 的客户,请重新选择。',
        'There is no record 999999999 in Customers; choose again.',
      ],
      [
        'an id that is none',
        'orders',
        { customerId: 'abc' },
        'customerId',
        '请选择一条记录。',
        'Please choose a record.',
      ],
      ['an id below zero', 'orders', { customerId: -1 }, 'customerId', chinese, english],
      [
        'an id beyond all numbers',
        'orders',
        { customerId: '99999999999999999999' },
        'customerId',
        chinese,
        english,
      ],
      ['a fraction of an id', 'orders', { customerId: 1.5 }, 'customerId', chinese, english],
      [
        'lines that are none',
        'orders',
        { lines: 'many' },
        'lines',
        '请填写明细行。',
        'Please give a list of lines.',
      ],
      [
        'more lines than there may be',
        'orders',
        { lines: Array.from({ length: 501 }, () => ({ productId: 1, quantity: 1 })) },
        'lines',
        '最多 500 行。',
        'At most 500 lines.',
      ],
      ['a group that is none', 'orders', { shipTo: 'home' }, 'shipTo', chinese, english],
      ['a field of a group', 'orders', { shipTo: { planet: 'Mars' } }, 'shipTo.planet', chinese, english],
      ['a line that is none', 'orders', { lines: [7] }, 'lines.0', expect.anything(), expect.anything()],
    ])('%s: is refused at its place, in both languages', async (_what, resource, wrong, place, zh, en) => {
      const right = resource === 'orders' ? await anOrder() : { code: `bad-${next()}`, name: '名称' }
      const before = await house().as('clerk').list(resource)
      const target = asRec(before[0])
      const now = await house().as('clerk').read(resource, target.id)
      for (const [client, text] of [
        [house().as('clerk'), zh],
        [house().as('clerk').inEnglish(), en],
      ] as const) {
        const replies = [await client.post(`/${resource}`, { ...right, ...wrong })]
        replies.push(await client.put(`/${resource}/${target.id}`, wrong))
        for (const reply of replies) {
          expect(reply).toMatchObject({ status: 422, body: { code: 'invalid' } })
          expect(at(reply.body, `errors.${place}`)).toEqual(text)
        }
      }
      expect(await house().as('clerk').list(resource)).toEqual(before)
      expect(await house().as('clerk').read(resource, target.id)).toEqual(now)
    })

    it('all errors of a form come at once, each at its line', async () => {
      const refused = await house()
        .as('clerk')
        .post('/orders', {
          customerId: nowhere,
          urgency: 'soon',
          lines: [
            { productId: product.id, quantity: 1 },
            { productId: product.id, quantity: -1, colour: 'red' },
            { quantity: '1.23456' },
          ],
        })
      expect(refused).toMatchObject({
        status: 422,
        body: {
          code: 'invalid',
          message: '有几处填写不对,请按提示修改。',
          errors: {
            urgency: chinese,
            lines: [
              {},
              { quantity: '应在 0.0001 到 9999999 之间。', colour: chinese },
              { productId: '必填。', quantity: '请填写数字,最多 4 位小数。' },
            ],
          },
        },
      })
      const unknown = await house()
        .as('clerk')
        .post(
          '/orders',
          await anOrder({
            lines: [
              { productId: product.id, quantity: 1 },
              { productId: nowhere, quantity: 1 },
            ],
          }),
        )
      expect(unknown).toMatchObject({
        status: 422,
        body: { errors: { lines: [{}, { productId: expect.stringContaining('商品') }] } },
      })
    })

    it.each([
      '-1',
      '0',
      '0.00001',
      '10000000',
      '1e9',
      '1,5',
      'NaN',
      'Infinity',
      '',
      ' ',
      null,
      [],
      {},
      true,
      '9'.repeat(400),
    ])('a quantity of %j is refused at its line', async (quantity) => {
      const reply = await house()
        .as('clerk')
        .post('/orders', await anOrder({ lines: [{ productId: product.id, quantity }] }))
      expect(reply).toMatchObject({ status: 422, body: { errors: { lines: [{ quantity: chinese }] } } })
    })

    it('an amount that nobody can pay is refused at its line', async () => {
      const lines = [{ productId: product.id, quantity: '9999999', unitPrice: '9999999' }]
      for (const path of ['/orders', '/orders/preview'])
        expect(
          await house()
            .as('clerk')
            .post(path, await anOrder({ lines })),
        ).toMatchObject({
          status: 422,
          body: { errors: { lines: [{ quantity: '这一行的金额过大,请检查数量和单价。' }] } },
        })
    })

    it('a code that is taken is refused, on create, on edit and in two at once', async () => {
      const [one, two] = [await house().customer(), await house().customer()]
      const taken = { status: 422, body: { errors: { code: '这个值已被使用,请换一个。' } } }
      expect(await house().as('clerk').post('/customers', { code: one.code, name: '别人' })).toMatchObject(
        taken,
      )
      expect(
        await house()
          .as('clerk')
          .post('/customers', { code: String(one.code).toLowerCase(), name: '别人' }),
      ).toMatchObject(taken)
      expect(await house().as('clerk').put(`/customers/${two.id}`, { code: one.code })).toMatchObject(taken)
      const code = `race-${next()}`
      const replies = await Promise.all(
        Array.from({ length: 5 }, () => house().as('clerk').post('/customers', { code, name: '同时' })),
      )
      expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 422, 422, 422, 422])
    })

    it.each([
      'http://printer',
      'ipp://',
      'ipp:printer',
      'socket://1.2.3.4:9100',
      '//x/y',
      'javascript:alert(1)',
      'printer',
      'file:///etc/passwd',
      'ipp://x y/',
    ])('a printer at %j is refused: that is no IPP address', async (uri) => {
      const body = { name: `bad-${next()}`, uri }
      expect(await house().as('admin').post('/printers', body)).toMatchObject({
        status: 422,
        body: { errors: { uri: expect.stringContaining('ipp://') } },
      })
      const good = await house().printer()
      expect((await house().as('admin').put(`/printers/${good.id}`, { uri })).status).toBe(422)
      expect(await house().as('admin').read('printers', good.id)).toEqual(good)
    })
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
          body: { code: 'too_large', message: '内容太大,最多 1024 KB。' },
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

  describe('texts of every script', () => {
    const texts = [
      '䶮源商行',
      '𠮷田 (𠀀𪚥)',
      '😀👨‍👩‍👧‍👦🇨🇳',
      'Ørsted & Søn <b>"x"</b>',
      'ｆｕｌｌ　ｗｉｄｔｈ',
      'عربي',
      "O'Neil \\ 100% _",
      '\u202Eabc',
      'ñ and n\u0303',
    ]

    it.each(texts)('are stored and returned as they came: %s', async (name) => {
      const { id } = await house().customer({ name, address: name, code: `T${next()}` })
      expect(await house().as('clerk').read('customers', id)).toMatchObject({ name, address: name })
      const draft = await house().draft({
        customerId: id,
        specialRequirements: `${name}\n${name}`,
        shipTo: { name },
      })
      expect(await house().as('auditor').read('orders', draft.id)).toMatchObject({
        customerName: name,
        specialRequirements: `${name}\n${name}`,
        shipTo: { name },
      })
      expect((await house().as('clerk').list('customers', { name })).map((one) => one.id)).toContain(id)
      const [event] = await house()
        .as('auditor')
        .list('audit-events', { resource: 'customers', recordId: id })
      expect(JSON.parse(String(event?.payload))).toMatchObject({ after: { name } })
    })

    it('are kept apart where they differ, also in rare signs', async () => {
      const n = next()
      for (const sign of ['𠮷', '吉', '𠮶', '䶮', '😀', '😁'])
        expect(await house().customer({ code: `${sign}${n}` })).toMatchObject({ code: `${sign}${n}` })
      expect(
        await house()
          .as('clerk')
          .list('customers', { code: `𠮷${n}` }),
      ).toHaveLength(1)
      expect(
        await house()
          .as('clerk')
          .list('customers', { q: `😁${n}` }),
      ).toHaveLength(1)
    })
  })
})
