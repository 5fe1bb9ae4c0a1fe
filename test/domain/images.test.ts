import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'
import { jpeg, png, pngOf } from '../support/pictures.js'
import { openPrintShop } from '../support/printShop.js'

const octets = { 'Content-Type': 'application/octet-stream' }
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

eachDatabase((house) => {
  const post = (name: string, bytes: string | Uint8Array, role: 'admin' | 'supervisor' = 'admin') =>
    house()
      .as(role)
      .send('POST', `/images?name=${encodeURIComponent(name)}`, bytes, octets)
  const uploaded = async (bytes: Uint8Array, name = `stamp-${next()}`): Promise<Rec> => {
    const { status, body, text } = await post(name, bytes)
    if (status !== 201) throw new Error(text)
    return asRec(body)
  }
  const replace = (image: Rec, bytes: Uint8Array) =>
    house().as('admin').send('PUT', `/images/${image.id}/picture`, bytes, octets)

  describe('a picture', () => {
    it('is kept under its name, told by its bytes, and shown', async () => {
      const bytes = png()
      const name = `公章 ${next()}`
      expect(await uploaded(bytes, name)).toMatchObject({
        name,
        type: 'png',
        width: 1,
        height: 1,
        size: bytes.length,
        sha256: hashOf(bytes),
      })
      const photo = await uploaded(jpeg(640, 480))
      expect(photo).toMatchObject({ type: 'jpeg', width: 640, height: 480 })
      const shown = await house().as('clerk').get(`/images/${photo.id}/picture`)
      expect(shown.header('content-type')).toBe('image/jpeg')
      expect(shown.header('content-security-policy')).toContain('sandbox')
    })

    it.each([
      ['a text', 'hello', 'no PNG or JPEG'],
      ['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'no PNG or JPEG'],
      ['another format', 'GIF89a', 'no PNG or JPEG'],
      ['a page that begins like a JPEG', Buffer.from('ffd8ffe0000a<script>', 'latin1'), 'no PNG or JPEG'],
      ['half a PNG', png().subarray(0, 40), 'not whole'],
      ['a picture without a pixel', pngOf(0, 1), 'not whole'],
      ['a small file of a huge picture', pngOf(30_000, 30_000), '30000×30000 pixels'],
    ])('that is none is refused with a sentence: %s', async (_what, bytes, sentence) => {
      const reply = await house()
        .as('admin')
        .inEnglish()
        .send('POST', `/images?name=bad-${next()}`, bytes, octets)
      expect(reply.status).toBe(422)
      expect(at(reply.body, 'errors.picture')).toContain(sentence)
    })

    it('of 50 MB is refused, as is a name that a template could not write or that is taken', async () => {
      // The refusal comes while most of it is still on its way: a connection that breaks over that is tried again.
      const huge = Buffer.alloc(50_000_000, 0xff)
      expect(await post('huge', huge).catch(() => post('huge', huge))).toMatchObject({
        status: 413,
        body: { code: 'too_large', message: '内容太大，最多 1024 KB。' },
      })
      for (const name of ['', 'a"b', 'data:x', '{{a}}', 'x'.repeat(41)])
        expect(typeof at((await post(name, png())).body, 'errors.name')).toBe('string')
      const { name } = await uploaded(png())
      expect(typeof at((await post(String(name), png())).body, 'errors.name')).toBe('string')
      expect((await post('empty', '')).status).toBe(400)
    })

    it('is uploaded and replaced by the administrator only', async () => {
      const image = await uploaded(png())
      expect((await post('mine', png(), 'supervisor')).status).toBe(403)
      for (const role of ['supervisor', 'clerk'] as const) {
        const sent = house().as(role).send('PUT', `/images/${image.id}/picture`, png('b'), octets)
        expect((await sent).status).toBe(403)
      }
    })
  })

  describe('a template that uses a picture', () => {
    /** Makes it the current template of delivery notes. */
    const published = (name: unknown) =>
      house()
        .as('admin')
        .create('templates', {
          kind: 'delivery-note',
          name: `带图 ${next()}`,
          files: {
            'template.hbs': `{{#if company}}\n{{image "${String(name)}" height=20}}{{/if}}{{!-- {{image "no"}} --}}`,
          },
          papers: [{ name: 'a4', widthMm: 210, heightMm: 297 }],
        })
    const dataOf = async (document: Rec) => (await house().as('auditor').read('documents', document.id)).data

    it('pins it with the document: what was issued keeps its bytes when the picture is replaced', async () => {
      const [before, after] = [png('before'), png('after')]
      const image = await uploaded(before)
      await published(image.name)
      const { server, printer } = await openPrintShop(house())
      const shipment = await house().shipment()
      const document = await house().issued(shipment, { printerId: printer.id })
      expect(await dataOf(document)).toMatchObject({ images: { [String(image.name)]: hashOf(before) } })
      const { job } = await server.claimed()
      const content = async () => (await server.content(job)).body
      const url = `data:image/png;base64,${before.toString('base64')}`
      const asIssued = await content()
      expect(asIssued).toMatchObject({ pictures: { [hashOf(before)]: url } })

      expect(await replace(image, after)).toMatchObject({ status: 200, body: { sha256: hashOf(after) } })
      expect(await content()).toEqual(asIssued)
      const again = await house().issued(shipment, { printerId: printer.id })
      expect(await dataOf(again)).toMatchObject({ images: { [String(image.name)]: hashOf(after) } })
    })

    it('pins what the data name, where the template takes the name from there, and nothing else', async () => {
      const seal = await uploaded(png('seal'))
      await uploaded(png('of nobody'))
      const create = (text: string) =>
        house()
          .as('admin')
          .create('templates', {
            kind: 'delivery-note',
            name: `按数据 ${next()}`,
            files: { 'template.hbs': text },
            papers: [{ name: 'a4', widthMm: 210, heightMm: 297 }],
          })
      const issued = async () => {
        const customer = await house().customer({ name: seal.name })
        return house().issued(await house().shipment(await house().confirmed({ customerId: customer.id })))
      }
      await create(`{{#with customer}}{{image name height=20}}{{/with}} ${next()}`)
      const document = await issued()
      expect(at(await dataOf(document), 'images')).toEqual({ [String(seal.name)]: hashOf(png('seal')) })
      await create(`{{customer.name}} {{!-- no image here --}} ${next()}`)
      expect(at(await dataOf(await issued()), 'images')).toBeUndefined()
    })

    it('sends a picture once for all papers of a batch', async () => {
      const bytes = png('batch')
      await published((await uploaded(bytes)).name)
      const { server, printer } = await openPrintShop(house())
      const shipments = [await house().shipment(), await house().shipment()]
      await house().batch(shipments, { printerId: printer.id })
      const { job } = await server.claimed()
      const { body } = await server.ahead(job, 10)
      expect(Object.keys(asObject(at(body, 'pictures')))).toEqual([hashOf(bytes)])
    })

    it('shows in a preview what it would be issued with', async () => {
      const bytes = png('preview')
      const { name } = await uploaded(bytes)
      const server = house().api.withKey(['print-server'], 'elsewhere')
      const waiting = house()
        .as('admin')
        .post('/template-previews', {
          kind: 'delivery-note',
          files: { 'template.hbs': `{{image '${String(name)}'}}{{image "absent"}}` },
        })
      const { body } = await server.post('/print-server/v1/renders/claim', { waitSeconds: 20 })
      expect(at(body, 'content')).toMatchObject({
        data: { images: { [String(name)]: hashOf(bytes) } },
        pictures: { [hashOf(bytes)]: expect.stringContaining('data:image/png;base64,') },
      })
      await server.post(`/print-server/v1/renders/${String(at(body, 'id'))}/failed`, {
        claim: at(body, 'claim'),
        code: 'template',
        detail: 'template.hbs: line 1: there is no picture named "absent"',
        file: 'template.hbs',
        line: 1,
        column: 15,
      })
      expect(await waiting).toMatchObject({ status: 422, body: { place: { line: 1, column: 15 } } })
    })

    it('is not issued without it, and keeps it from being deleted', async () => {
      const image = await uploaded(png())
      const unused = await uploaded(png('unused'))
      const path = `/images/${image.id}`
      await published(image.name)
      const kept = await house().as('admin').delete(path)
      expect(kept).toMatchObject({ status: 409 })
      expect(at(kept.body, 'message')).toContain('「送货单」的当前模板还在用')
      expect((await house().as('admin').delete(`/images/${unused.id}`)).status).toBe(200)

      await published(`gone-${next()}`)
      expect((await house().as('admin').delete(path)).status).toBe(200)
      const { id } = await house().shipment()
      const numbers = () => house().as('auditor').list('number-register')
      const taken = await numbers()
      const refused = await house().as('warehouse').post(`/shipments/${id}/issue`, { kind: 'delivery-note' })
      expect(refused.status).toBe(409)
      expect(at(refused.body, 'message')).toContain('但图片库里没有')
      expect(await numbers()).toEqual(taken)
    })
  })
})

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
