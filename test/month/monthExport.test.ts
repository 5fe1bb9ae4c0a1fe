import { createHash } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { archive, ended, thisMonth, verify, zipOf } from '../support/month.js'
import { unzipped } from '../support/unzipped.js'

const month = thisMonth()
const pdf = Buffer.from('%PDF-1.7 the archived bytes')

eachDatabase((house) => {
  let made: Rec
  let zip: Buffer
  let folder: string
  let document: Rec

  beforeAll(async () => {
    await house().delivered()
    document = await house().issued()
    await archive(house(), document, pdf)
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
      'documents',
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
        'documents.ndjson',
        'manifest.json',
        'pdf',
        'verify.mjs',
      ].sort(),
    )
    const name = `pdf/delivery-note/${String(document.no)}-1.pdf`
    expect(readFileSync(file(name))).toEqual(pdf)
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
      const manifest: unknown = JSON.parse(readFileSync(path.join(spoiled, 'manifest.json'), 'utf8'))
      const files = at(manifest, 'files')
      const entry: unknown = Array.isArray(files)
        ? files.find((one: unknown) => at(one, 'path') === name)
        : null
      Object.assign(asObject(entry), {
        bytes: Buffer.byteLength(after),
        sha256: createHash('sha256').update(after).digest('hex'),
      })
      writeFileSync(path.join(spoiled, 'manifest.json'), JSON.stringify(manifest))
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

    it('tells an altered amount even when the manifest was made to agree', () =>
      refuses(forge('order-lines.csv', /,10\.00,/, ',11.00,'), /net and tax are not its gross|do not add up/))

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
