import { describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop, PrintServer } from '../support/printShop.js'

const PDF = '%PDF-1.7 drawn'
const fault = {
  code: 'template',
  detail: 'template.hbs: line 3: broken',
  zh: '坏了',
  file: 'template.hbs',
  line: 3,
  column: 5,
}

eachDatabase((house) => {
  /** Of no site that has a printer: what is not printed may be drawn anywhere. */
  const server = () => new PrintServer(house().api.withKey(['print-server'], 'elsewhere'), 'any')
  const preview = (body: object = {}) =>
    house()
      .as('admin')
      .post('/template-previews', { kind: 'delivery-note', ...body })
  const taken = async (from = server()) => {
    const request = await from.takeRender(20)
    if (!request) throw new Error('There was nothing to draw.')
    return request
  }

  describe('a preview', () => {
    it('is drawn by any print server, from the current template and its sample', async () => {
      const waiting = preview()
      const { id, claim, content } = await taken()
      expect(content).toMatchObject({
        template: {
          kind: 'delivery-note',
          files: { 'template.hbs': expect.any(String) },
          paper: { name: 'form-241-half' },
        },
        data: { document: { title: '送货单' } },
        copies: [{ copyNo: 1, label: '第一联 存根 白' }, { copyNo: 2 }, { copyNo: 3 }],
      })
      await server().putRender(id, claim, PDF)
      const reply = await waiting
      expect(reply).toMatchObject({ status: 200, text: PDF })
      expect(reply.header('content-type')).toBe('application/pdf')
      expect((await server().renewRender(id, claim)).status).toBe(409)
    })

    it('shows what is being written, on a paper and for a copy of choice, with the data of a real document', async () => {
      const document = await house().issued()
      const paper = { name: 'small', widthMm: 100, heightMm: 150 }
      const waiting = preview({ files: { 'template.hbs': 'new' }, paper, copyNo: 2, documentId: document.id })
      const { id, claim, content } = await taken()
      expect(content).toMatchObject({
        template: { files: { 'template.hbs': 'new', 'style.css': expect.any(String) }, paper },
        data: { document: { no: document.no } },
        copies: [{ copyNo: 2 }],
      })
      await server().putRender(id, claim, PDF)
      expect((await waiting).status).toBe(200)
    })

    it('tells where the template is wrong, in the language of the reader', async () => {
      const place = { file: 'template.hbs', line: 3, column: 5 }
      for (const [client, message] of [
        [house().as('admin'), '坏了'],
        [house().as('admin').inEnglish(), 'broken'],
      ] as const) {
        const waiting = client.post('/template-previews', { kind: 'delivery-note' })
        const { id, claim } = await taken()
        await server().failRender(id, claim, fault)
        expect(await waiting).toMatchObject({ status: 422, body: { code: 'template_fault', message, place } })
      }
    })

    it('that a killed print server had is drawn by another one, and the late answer is refused', async () => {
      const waiting = preview()
      const first = await taken()
      await house().api.db.execute('UPDATE render_requests SET claimUntil = 1 WHERE id = ?', [first.id])
      const second = await taken()
      expect(second.id).toBe(first.id)
      for (const call of [
        server().putRender(first.id, first.claim, '%PDF-1.7 late'),
        server().renewRender(first.id, first.claim),
        server().failRender(first.id, first.claim, fault),
      ])
        expect(await call).toMatchObject({ status: 409, body: { code: 'stale_claim' } })
      await server().putRender(second.id, second.claim, PDF)
      expect(await waiting).toMatchObject({ status: 200, text: PDF })
    })

    it('that no print server takes is told of, and forgotten', async () => {
      expect(await preview()).toMatchObject({ status: 503, body: { code: 'no_print_server' } })
      expect(await server().takeRender()).toBeNull()
    })

    it('that nobody waits for any more is dropped, and its print server told', async () => {
      const stop = new AbortController()
      const waiting = fetch(`${house().api.origin}/api/template-previews`, {
        method: 'POST',
        headers: { ...(await house().as('admin').headers()), 'Content-Type': 'application/json' },
        body: JSON.stringify({ kind: 'delivery-note' }),
        signal: stop.signal,
      }).catch(() => 'gone')
      const { id, claim } = await taken()
      expect((await server().renewRender(id, claim)).status).toBe(200)
      stop.abort()
      expect(await waiting).toBe('gone')
      let status = 200
      for (let tries = 0; status === 200 && tries < 100; tries++)
        ({ status } = await server().renewRender(id, claim))
      expect(status).toBe(409)
    })

    it.each<[string, object, string]>([
      ['a kind that is none', { kind: 'love-letter' }, 'kind'],
      ['an edition of another kind', { kind: 'packing-list', templateId: 1 }, 'kind'],
      ['a document that is none', { documentId: 999_999 }, 'documentId'],
    ])('with %s is refused at its field', async (_what, body, field) => {
      const reply = await preview(body)
      expect(reply.status).toBe(422)
      expect(at(reply.body, `errors.${field}`)).toEqual(expect.any(String))
    })

    it('is for those who make templates, and drawing is for print servers', async () => {
      for (const role of ['clerk', 'warehouse', 'auditor', 'supervisor'] as const)
        expect((await house().as(role).post('/template-previews', { kind: 'delivery-note' })).status).toBe(
          403,
        )
      expect((await house().as('admin').post('/print-server/v1/renders/claim', {})).status).toBe(403)
    })
  })

  describe('a document that was not printed yet', () => {
    const seen = (document: Rec | number) =>
      house()
        .as('service')
        .get(`/documents/${typeof document === 'number' ? document : document.id}/pdf`)

    it('is drawn when somebody looks at it, and those bytes are archived and printed', async () => {
      const { server: printing, job } = await openPrintShop(house())
      const made = await job()
      const looks = [seen(Number(made.documentId)), seen(Number(made.documentId))]
      const { id, claim, content } = await taken()
      expect(content).toMatchObject({ copies: [{ copyNo: 1 }, { copyNo: 2 }, { copyNo: 3 }] })
      await server().putRender(id, claim, PDF)
      for (const look of looks) expect(await look).toMatchObject({ status: 200, text: PDF })
      const { job: claimed } = await printing.claimed()
      const document = await house().as('auditor').read('documents', Number(made.documentId))
      expect(claimed.pdf).toEqual({ sha256: document.pdfSha256, bytes: PDF.length })
      expect(
        await house()
          .as('auditor')
          .list('audit-events', { resource: 'documents', recordId: document.id, action: 'archive' }),
      ).toHaveLength(1)
    })

    it('keeps the first PDF when the printing was quicker', async () => {
      const { server: printing, job } = await openPrintShop(house())
      const made = await job()
      const look = seen(Number(made.documentId))
      const { id, claim } = await taken()
      const { fence } = await printing.claimed()
      await printing.archive(made, fence, '%PDF-1.7 printed')
      await server().putRender(id, claim, PDF)
      expect(await look).toMatchObject({ status: 200, text: '%PDF-1.7 printed' })
    })

    it('that cannot be drawn says why', async () => {
      const document = await house().issued()
      const look = seen(document)
      const { id, claim } = await taken()
      await server().failRender(id, claim, fault)
      expect(await look).toMatchObject({ status: 422, body: { code: 'render_failed' } })
      expect(await house().as('auditor').read('documents', document.id)).toMatchObject({ pdfSha256: null })
    })
  })
})
