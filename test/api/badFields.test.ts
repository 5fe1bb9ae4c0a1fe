import { beforeAll, describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'

const chinese = expect.stringMatching(/\p{Script=Han}/u)
const english = expect.stringMatching(/^[\x20-\x7e]+$/)

eachDatabase((house) => {
  let product: Rec
  const nowhere = 999_999_999

  beforeAll(async () => {
    await house().draft()
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
        '没有这个字段，请删去。',
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
        '请从中选择：普通、加急。',
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
        '没有编号为 999999999 的客户，请重新选择。',
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
          message: '有几处填写不对，请按提示修改。',
          errors: {
            urgency: chinese,
            lines: [
              {},
              { quantity: '应在 0.0001 到 9999999 之间。', colour: chinese },
              { productId: '必填。', quantity: '请填写数字，最多 4 位小数。' },
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
          body: { errors: { lines: [{ quantity: '这一行的金额过大，请检查数量和单价。' }] } },
        })
    })

    it('a code that is taken is refused, on create, on edit and in two at once', async () => {
      const [one, two] = [await house().customer(), await house().customer()]
      const taken = { status: 422, body: { errors: { code: '这个值已被使用，请换一个。' } } }
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
