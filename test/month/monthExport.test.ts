import { createHash } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import type { House } from '../support/house.js'
import { archive, ended, thisMonth, verify, zipOf } from '../support/month.js'
import { png } from '../support/pictures.js'
import { unzipped } from '../support/unzipped.js'

const month = thisMonth()
const pdf = Buffer.from('%PDF-1.7 the archived bytes')
const photo = png('of a signed copy')
const photoPath = `attachments/${createHash('sha256').update(photo).digest('hex')}.png`
const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)

/** Goods of 10.00 that left, 100.00 that were paid, 10.00 of them for the order, and the statement of both. */
async function withMoney(house: House): Promise<void> {
  const finance = house.as('finance')
  const customer = await house.customer()
  const order = await house.confirmed({ customerId: customer.id })
  await house.dispatched(order)
  const lines = [{ orderId: order.id, amount: order.grossAmount }]
  await house.received({ customerId: customer.id, lines })
  const period = { periodFrom: `${month}-01`, periodTo: today }
  const { id } = await finance.create('statements', { customerId: customer.id, ...period })
  await finance.act('statements', id, 'issue', { kind: 'statement' })
}

/** A handover of one shipment, and a request to change an order. */
async function withSheets(house: House): Promise<void> {
  const { shipmentId } = await house.issued()
  const lines = [{ shipmentId, packages: 3, weightKg: '4.5' }]
  await house.as('warehouse').create('handovers', { carrier: '顺丰速运', lines })
  const { id: orderId } = await house.confirmed()
  const changes = [
    { part: '整单', item: '要求交期', was: '2026-12-01', wanted: '2026-12-03', isPrice: false },
  ]
  const request = { orderId, applicant: '客户 陈国良', reason: '延后', changes }
  await house.as('clerk').create('change-requests', request)
}

eachDatabase((house) => {
  let made: Rec
  let zip: Buffer
  let folder: string
  let document: Rec

  beforeAll(async () => {
    await house().delivered()
    document = await house().issued()
    await archive(house(), document, pdf)
    await withMoney(house())
    await withSheets(house())
    const [, copy] = await house().as('auditor').list('document-copies', { documentId: document.id })
    const type = { 'Content-Type': 'image/png' }
    await house().as('clerk').send('PUT', `/document-copies/${copy?.id}/attachment`, photo, type)
    const cancelled = await house().submitted()
    await house().as('clerk').act('orders', cancelled.id, 'cancel', { reason: '客户=取消,"改单"' })
    const auditor = house().as('auditor')
    made = await ended(auditor, (await auditor.create('month-exports', { month })).id)
    zip = await zipOf(auditor, made.id)
    folder = unzipped(zip)
  })

  const again = () => unzipped(zip)
  const file = (name: string) => path.join(folder, name)

  it('is ready with the size and the hash of exactly the bytes that are downloaded', () => {
    expect(made).toMatchObject({ status: 'ready', progress: 100, error: null, size: zip.length })
    expect(made.sha256).toBe(createHash('sha256').update(zip).digest('hex'))
    expect(made.manifestSha256).toBe(
      createHash('sha256')
        .update(readFileSync(file('manifest.json')))
        .digest('hex'),
    )
  })

  it('holds every table as CSV and XLSX, the papers and the means to check them', () => {
    const tables = [
      'audit-events',
      'change-request-lines',
      'change-requests',
      'documents',
      'handover-lines',
      'handovers',
      'numbers',
      'numbers-voided',
      'order-lines',
      'orders',
      'print-attempts',
      'print-jobs',
      'receipt-lines',
      'receipts',
      'shipment-lines',
      'shipments',
      'statement-disputes',
      'statement-lines',
      'statements',
      'stock-moves',
      'stock-sums',
      'stocktake-lines',
      'stocktakes',
    ]
    expect(readdirSync(folder).sort()).toEqual(
      [
        ...tables.flatMap((name) => [`${name}.csv`, `${name}.xlsx`]),
        'README.txt',
        'attachments',
        'documents.ndjson',
        'manifest.json',
        'pdf',
        'verify.mjs',
      ].sort(),
    )
    const name = `pdf/delivery-note/${String(document.no)}-1.pdf`
    expect(readFileSync(file(name))).toEqual(pdf)
    expect(readFileSync(file(photoPath))).toEqual(photo)
    expect(readFileSync(file('handover-lines.csv'), 'utf8')).toContain(',3,4.5')
    expect(readFileSync(file('change-request-lines.csv'), 'utf8')).toContain('2026-12-03')
  })

  it('is found whole by the verifier that lies in it', async () => {
    const { code, said } = await verify(folder)
    expect(said).toContain('结论：完整无误。')
    expect(said).toContain('Verdict: whole and unaltered.')
    expect(said).not.toContain('✗')
    expect(code).toBe(0)
  })

  describe('the verifier', () => {
    const refuses = async (spoil: (folder: string) => void, fault: RegExp) => {
      const spoiled = again()
      spoil(spoiled)
      const { code, said } = await verify(spoiled)
      expect(said).toMatch(fault)
      expect(code).toBe(1)
    }

    /** Alters a table and makes the manifest agree with it, as a careful forger would. */
    const forge = (name: string, from: string | RegExp, to: string) => (spoiled: string) => {
      const before = readFileSync(path.join(spoiled, name), 'utf8')
      const after = before.replace(from, to)
      expect(after).not.toBe(before)
      writeFileSync(path.join(spoiled, name), after)
      const [bytes, sha256] = [Buffer.byteLength(after), createHash('sha256').update(after).digest('hex')]
      changeManifest(spoiled, (files) =>
        files.map((one) => (at(one, 'path') === name ? { path: name, bytes, sha256 } : one)),
      )
    }

    const changeManifest = (spoiled: string, change: (files: unknown[]) => unknown[]) => {
      const place = path.join(spoiled, 'manifest.json')
      const manifest: unknown = JSON.parse(readFileSync(place, 'utf8'))
      const files = at(manifest, 'files')
      const changed = change(Array.isArray(files) ? files : [])
      writeFileSync(place, JSON.stringify({ ...asObject(manifest), files: changed }))
    }

    it('tells an altered file', () =>
      refuses((spoiled) => appendFileSync(path.join(spoiled, 'orders.csv'), ' '), /orders\.csv was altered/))

    it('tells a missing file', () =>
      refuses((spoiled) => rmSync(path.join(spoiled, 'orders.xlsx')), /orders\.xlsx is missing/))

    it('tells a file that does not belong there', () =>
      refuses((spoiled) => writeFileSync(path.join(spoiled, 'more.txt'), ''), /more\.txt does not belong/))

    it('tells an altered event even when the manifest was made to agree', () =>
      refuses(forge('audit-events.csv', '""客户', '""顾客'), /audit chain is broken: event \d+ was altered/))

    it('tells an event that was put down to somebody else', () =>
      refuses(
        forge('audit-events.csv', ',clerk,', ',sales,'),
        /audit chain is broken: event \d+ was altered/,
      ))

    it('tells an event that was taken out even when the manifest was made to agree', () =>
      refuses(
        forge('audit-events.csv', /\n\d+,[^\n]*\n/, '\n'),
        /audit chain is broken: event \d+ is missing/,
      ))

    it('tells altered data of a document even when the manifest was made to agree', () =>
      refuses(forge('documents.ndjson', /"unitPrice":"\d+/, '"unitPrice":"7'), /do not match their hash/))

    it('tells the picture of a signed copy that was taken out even when the manifest was made to agree', () =>
      refuses((spoiled) => {
        rmSync(path.join(spoiled, photoPath))
        changeManifest(spoiled, (files) => files.filter((one) => at(one, 'path') !== photoPath))
      }, /the signed copy 2 is missing or not the archived one/))

    it.each([
      [
        'order-lines.csv',
        ',10.00,',
        ',11.00,',
        /Order XS[\d-]+, line 1: its gross amount says 11, net amount \+ tax makes 10/,
      ],
      ['order-lines.csv', ',10.00,', ',11.00,', /订单 XS[\d-]+：价税合计写的是 10，明细合计 11/],
      ['orders.csv', ',10.00', ',12.00', /Order XS[\d-]+: its gross amount says 12, its lines make 10/],
      [
        'receipt-lines.csv',
        ',10.00',
        ',9.00',
        /Receipt SJ[\d-]+: its allocated amount says 10, its lines make 9/,
      ],
      ['receipts.csv', ',100.00,', ',200.00,', /收款 SJ[\d-]+：金额写的是 200，已分配 \+ 未分配 是 100/],
      [
        'statement-lines.csv',
        ',10.00,,',
        ',20.00,,',
        /Statement DZ[\d-]+: its charged amount says 10, its lines make 20/,
      ],
      [
        'statement-lines.csv',
        ',-90.00',
        ',-80.00',
        /Statement DZ[\d-]+, line 2: its balance says -80, it must be -90/,
      ],
      [
        'statements.csv',
        ',-90.00',
        ',-80.00',
        /its closing says -80, opening \+ charged amount − received amount makes -90/,
      ],
      ['handover-lines.csv', ',3,4.5', ',2,4.5', /交接单 .+：件数写的是 3，明细合计 2/],
    ])(
      'names the figure that was changed in %s, even when the manifest was made to agree',
      (name, from, to, words) => refuses(forge(name, from, to), words),
    )

    it('tells altered stock even when the manifest was made to agree', () =>
      refuses(forge('stock-moves.csv', /,100,/, ',90,'), /opening and moves are not its closing/))

    it('tells a number that was taken out even when the manifest was made to agree', () =>
      refuses(forge('numbers.csv', /\n[^\n]*FH\d{8}-0001[^\n]*/, ''), /FH\d{8}: number 1 is missing/))
  })

  it('has every void number with its reason', () => {
    expect(readFileSync(file('numbers-voided.csv'), 'utf8')).toContain('客户=取消')
  })

  it('is on record as an event when it is asked for and when it is downloaded', async () => {
    const events = await house()
      .as('auditor')
      .list('audit-events', { resource: 'month-exports', recordId: made.id })
    const actions = events.map(({ action }) => action)
    expect(actions[0]).toBe('create')
    expect(actions).toEqual(expect.arrayContaining(['start', 'progress', 'finish', 'download']))
  })

  it('refuses a month that is none or has not begun, at its field', async () => {
    for (const wrong of ['2026-13', '26-1', '2999-01']) {
      const reply = await house().as('auditor').post('/month-exports', { month: wrong })
      expect([reply.status, typeof at(reply.body, 'errors.month')]).toEqual([422, 'string'])
    }
  })

  it('is nothing for a clerk', async () => {
    const clerk = house().as('clerk')
    expect((await clerk.post('/month-exports', { month })).status).toBe(403)
    expect((await clerk.get(`/month-exports/${made.id}/zip`)).status).toBe(403)
  })

  it('makes two at once one after the other, and refuses the same month twice while it waits', async () => {
    const auditor = house().as('auditor')
    const [one, other] = await Promise.all([
      auditor.create('month-exports', { month: '2020-01' }),
      house().as('supervisor').create('month-exports', { month: '2020-02', language: 'en' }),
    ])
    const same = await auditor.post('/month-exports', { month: '2020-02', language: 'en' })
    expect(same.status).toBe(409)
    for (const { id } of [one, other]) {
      expect(await ended(auditor, id)).toMatchObject({ status: 'ready' })
      const { code, said } = await verify(unzipped(await zipOf(auditor, id)))
      expect([code, said]).toEqual([0, expect.stringContaining('whole and unaltered')])
    }
  })

  it('lets lists be exported beside it: two months and four lists at once come out whole', async () => {
    const auditor = house().as('auditor')
    const lists = [
      () => auditor.get('/orders/export?format=csv'),
      () => auditor.inEnglish().get('/orders/export?format=csv'),
      () => house().as('supervisor').get('/stock-moves/export?format=csv&sort=["id","DESC"]'),
      () => house().as('clerk').get('/customers/export?format=csv'),
    ]
    const alone: string[] = []
    for (const list of lists) alone.push((await list()).text)
    expect(new Set(alone).size).toBe(lists.length)
    const [one, other, ...texts] = await Promise.all([
      auditor.create('month-exports', { month: '2020-04' }),
      auditor.create('month-exports', { month: '2020-05' }),
      ...lists.map(async (list) => (await list()).text),
    ])
    expect(texts).toEqual(alone)
    for (const { id } of [one, other]) {
      expect(await ended(auditor, id)).toMatchObject({ status: 'ready' })
      expect((await verify(unzipped(await zipOf(auditor, id)))).code).toBe(0)
    }
  })

  it('frees its space when it is discarded, and keeps the record', async () => {
    const auditor = house().as('auditor')
    const { id } = await ended(auditor, (await auditor.create('month-exports', { month: '2020-03' })).id)
    expect(await auditor.act('month-exports', id, 'discard')).toMatchObject({ status: 'discarded' })
    expect((await auditor.get(`/month-exports/${id}/zip`)).status).toBe(409)
    const left = await house().api.db.select('SELECT id FROM files WHERE owner = ?', [`month-exports/${id}`])
    expect(left).toEqual([])
  })
})

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
