import { describe, expect, it } from '@jest/globals'
import { syncTemplates } from '../../api/domain/printing/templates/syncTemplates.js'
import { write } from '../../api/engine/unitOfWork.js'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop, PrintServer } from '../support/printShop.js'
import { mkdtempSync, cpSync, appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

eachDatabase((house) => {
  const admin = () => house().as('admin')
  const editions = (kind: string) => admin().list('templates', { kind })
  const newest = async (kind: string): Promise<Rec> => {
    const { id } = (await editions(kind)).at(-1) ?? { id: 0 }
    return admin().read('templates', id)
  }
  const draftOf = async (kind: string, text = 'mine') => {
    const base = await newest(kind)
    return admin().create('template-drafts', {
      kind,
      baseId: base.id,
      files: { ...Object(base.files), 'template.hbs': text },
      papers: base.papers,
    })
  }
  /** As the console does before it publishes. */
  const draw = async (draft: Rec) => {
    const server = new PrintServer(house().api.withKey(['print-server'], 'main'), 'any')
    const waiting = admin().post('/template-previews', { kind: draft.kind, draftId: draft.id })
    const request = await server.takeRender(20)
    if (!request) throw new Error('There was nothing to draw.')
    await server.putRender(request.id, request.claim, '%PDF-1.7')
    expect((await waiting).status).toBe(200)
  }
  const published = async (kind: string, text = 'mine') => {
    const draft = await draftOf(kind, text)
    await draw(draft)
    return admin().act('template-drafts', draft.id, 'publish', { name: `${text} 版` })
  }

  describe('a draft of a template', () => {
    it('becomes the next edition when it is published, is gone then, and is in the trail with its publisher', async () => {
      const before = await editions('packing-list')
      const draft = await draftOf('packing-list')
      await draw(draft)
      const edition = await admin().act('template-drafts', draft.id, 'publish', { name: '加大字号' })
      expect(edition).toMatchObject({
        kind: 'packing-list',
        edition: before.length + 1,
        name: '加大字号',
        builtIn: false,
        files: { 'template.hbs': 'mine' },
        publishedBy: expect.any(Number),
      })
      expect((await admin().get(`/template-drafts/${draft.id}`)).status).toBe(404)
      const events = await house()
        .as('auditor')
        .list('audit-events', { resource: 'templates', recordId: edition.id })
      expect(events.map(({ action }) => action)).toEqual(['publish'])
    })

    it('is published only as it was drawn', async () => {
      const draft = await draftOf('receipt')
      const publish = () => admin().post(`/template-drafts/${draft.id}/publish`, { name: 'x' })
      expect(await publish()).toMatchObject({
        status: 409,
        body: { message: expect.stringContaining('还没有预览成功') },
      })
      await draw(draft)
      const { version } = await admin().read('template-drafts', draft.id)
      await admin().update('template-drafts', draft.id, {
        version,
        files: { 'template.hbs': 'changed since' },
      })
      expect((await publish()).status).toBe(409)
      await draw(draft)
      expect((await publish()).status).toBe(200)
      expect(await newest('receipt')).toMatchObject({ files: { 'template.hbs': 'changed since' } })
    })

    it('that began from an older edition is not published over the newer one', async () => {
      const draft = await draftOf('statement', 'early')
      await draw(draft)
      const other = await published('statement', 'quick')
      const publish = () => admin().post(`/template-drafts/${draft.id}/publish`, { name: 'x' })
      expect(await publish()).toMatchObject({
        status: 409,
        body: { message: expect.stringContaining('旧版本') },
      })
      const { version } = await admin().read('template-drafts', draft.id)
      await admin().update('template-drafts', draft.id, { version, baseId: other.id })
      expect((await publish()).status).toBe(200)
    })

    it('saved by two people at once is kept for the first, and told to the second', async () => {
      const draft = await draftOf('receipt')
      const save = (text: string) =>
        admin().put(`/template-drafts/${draft.id}`, {
          version: draft.version,
          files: { 'template.hbs': text },
        })
      expect((await save('one')).status).toBe(200)
      expect(await save('two')).toMatchObject({ status: 409, body: { code: 'stale_version' } })
    })

    it.each<[string, object, string]>([
      ['no template.hbs', { files: { 'style.css': '' } }, 'files'],
      ['a file that leaves the folder', { files: { 'template.hbs': '', '../x.hbs': '' } }, 'files'],
      ['a file that is no text', { files: { 'template.hbs': 1 } }, 'files'],
      ['more than a template needs', { files: { 'template.hbs': 'x'.repeat(500_001) } }, 'files'],
      ['no paper', { papers: [] }, 'papers'],
      ['a paper of no size', { papers: [{ name: 'x' }] }, 'papers'],
    ])('with %s is refused at its field', async (_what, wrong, field) => {
      const base = await newest('receipt')
      const body = { kind: 'receipt', baseId: base.id, files: base.files, papers: base.papers, ...wrong }
      const reply = await admin().post('/template-drafts', body)
      expect(reply.status).toBe(422)
      expect(at(reply.body, `errors.${field}`)).toEqual(expect.any(String))
    })
  })

  describe('an edition', () => {
    it('that was replaced stays with what was issued by it, and is restored as the next one', async () => {
      const { job, server } = await openPrintShop(house())
      const [before, first] = [await job(), await newest('delivery-note')]
      await published('delivery-note', '改过')
      const after = await job()
      const contents = [await server.content(before), await server.content(after)].map(({ body }) =>
        at(body, 'template.version'),
      )
      expect(contents).toEqual([first.edition, Number(first.edition) + 1])

      const restored = await admin().act('templates', first.id, 'restore')
      expect(restored).toMatchObject({
        edition: Number(first.edition) + 2,
        builtIn: false,
        sha256: first.sha256,
      })
      expect(await admin().post(`/templates/${first.id}/restore`)).toMatchObject({ status: 409 })
      const { body } = await server.content(await job())
      expect(at(body, 'template.sha256')).toBe(first.sha256)
    })

    it('of the house stays current when an upgrade brings a new built-in one; without one the new one is', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'slipway-templates-'))
      cpSync('templates', folder, { recursive: true })
      for (const kind of ['sales-order', 'dispatch-note'])
        appendFileSync(path.join(folder, kind, 'style.css'), '/* newer */')
      await published('sales-order', 'house')
      const { db, catalog } = house().api
      const who = { kind: 'system', id: null, username: 'test', name: 'test', roles: [] } as const
      const added = await write({ db, catalog, who, requestId: 'test' }, (context) =>
        syncTemplates(context, folder),
      )
      expect(added.sort()).toEqual(['dispatch-note', 'sales-order'])

      const currently = async (kind: string) => {
        const server = new PrintServer(house().api.withKey(['print-server'], 'main'), 'any')
        const waiting = admin().post('/template-previews', { kind })
        const request = await server.takeRender(20)
        await server.failRender(String(request?.id), String(request?.claim), {
          code: 'template',
          detail: 'x',
        })
        await waiting
        return at(request?.content, 'template.files')
      }
      expect(await currently('sales-order')).toMatchObject({ 'template.hbs': 'house' })
      expect(Object(await currently('dispatch-note'))['style.css']).toContain('/* newer */')
    })
  })
})
