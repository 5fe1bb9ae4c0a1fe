import { expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openPrintShop, pdfOf } from '../support/printShop.js'

eachDatabase((house) => {
  it('tells the offset to the print server, and keeps what was moved beside the hash of the archived bytes', async () => {
    const { server, job, printer } = await openPrintShop(house(), { offsetX: '-1.5', offsetY: '0.25' })
    const made = await job()
    const { body } = await server.claim()
    expect(at(body, 'printer.offset')).toEqual({ x: -1.5, y: 0.25 })
    const fence = Number(at(body, 'lease.fence'))
    await server.report(made, fence, { status: 'rendering' })
    await server.archive(made, fence, pdfOf(made))
    const attempt = { fence, token: 'a1b2c3d4', offset: { x: -1.5, y: 0.25 } }
    expect((await server.client.post(`/print-server/v1/jobs/${made.id}/attempt`, attempt)).status).toBe(200)
    const [kept] = await house().as('admin').list('print-attempts', { jobId: made.id })
    expect(kept).toMatchObject({
      offsetX: '-1.5',
      offsetY: '0.25',
      bytesSha256: createHash('sha256').update(pdfOf(made)).digest('hex'),
    })
    expect(await house().as('admin').read('printers', printer.id)).toMatchObject({ offsetX: '-1.5' })
  })

  it.each(['25', '-20.01', 'x'])('refuses an offset of %s with a sentence', async (offsetX) => {
    const { printer } = await openPrintShop(house())
    const { status, body } = await house().as('admin').put(`/printers/${printer.id}`, { offsetX })
    expect([status, at(body, 'errors.offsetX')]).toEqual([422, expect.any(String)])
  })

  it('queues a ruler page on the paper that the printer holds, with the offset that holds now', async () => {
    const { server, printer } = await openPrintShop(house(), { paper: 'label-100x150', offsetX: '1' })
    const made = await house().as('warehouse').act('printers', printer.id, 'rulerPage')
    expect(made).toMatchObject({ purpose: 'test-page', paper: { name: 'label-100x150', widthMm: 100 } })
    expect((await server.content(made)).body).toMatchObject({
      template: { kind: 'ruler-page' },
      data: { printer: { offsetX: '1', offsetY: '0' }, document: { title: '标尺页' } },
    })
  })

  it('queues ten forms for drift on continuous paper, and refuses them on sheets', async () => {
    const { server, printer } = await openPrintShop(house(), { paper: 'form-241-third' })
    const made = await house().as('admin').act('printers', printer.id, 'driftPages')
    expect(at((await server.content(made)).body, 'template.kind')).toBe('drift-page')
    const sheets = await openPrintShop(house(), { paper: 'a4' })
    const refused = await house().as('admin').post(`/printers/${sheets.printer.id}/driftPages`)
    expect(refused.status).toBe(409)
    expect(await house().as('admin').list('print-jobs', { printerId: sheets.printer.id })).toEqual([])
  })
})
