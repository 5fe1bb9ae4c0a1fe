import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { startPrintServer, type PrintServer } from '../../print-server/printServer.js'
import type { Rec } from '../support/client.js'
import { FakePrinter } from '../support/fakePrinter.js'
import { openHouse, type House } from '../support/house.js'
import { openPrintShop, type PrintShop } from '../support/printShop.js'
import { until } from '../support/until.js'
import { fastTiming } from './fastTiming.js'
import { pdfOf } from './world.js'

let house: House
let shop: PrintShop
let printer: FakePrinter
let server: PrintServer | null = null

beforeAll(async () => {
  house = await openHouse('sqlite')
})
afterAll(() => house.api.stop())
beforeEach(async () => {
  printer = await FakePrinter.start()
})
afterEach(async () => {
  await server?.drain()
  await printer.close()
})

/** A printer certificate as devices make them: signed by itself. */
function newCertificate(name: string): { key: string; cert: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'slipway-cert-'))
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
  const options = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -batch -subj'.split(
    ' ',
  )
  execFileSync('openssl', ['req', ...options, `/CN=${name}`, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  })
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}

const fingerprintOf = ({ cert }: { cert: string }) =>
  new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase()

/** The shop of that printer, with a real print server of its site. */
async function open(): Promise<void> {
  shop = await openPrintShop(house, { uri: printer.uri })
  const key = await house
    .as('admin')
    .create('api-keys', { name: shop.site, roles: ['print-server'], site: shop.site })
  const renderer = {
    ready: () => true,
    render: async () => ({ pdf: pdfOf('paper'), pages: 1, sheets: [] }),
    renderMany: async () => [],
  }
  server = await startPrintServer({
    config: { apiUrl: house.api.origin, token: String(key.token), host: '127.0.0.1', port: 0 },
    renderer,
    log: pino({ level: 'silent' }),
    timing: { ...fastTiming, api: { ...fastTiming.api, callMs: 10_000 } },
  })
}

const readPrinter = () => house.as('admin').read('printers', shop.printer.id)
const waits = (job: Rec, reason: string) =>
  until(
    () => shop.read(job),
    ({ reasons }) => Array.isArray(reasons) && reasons.includes(reason),
  )
const printed = (job: Rec) =>
  until(
    () => shop.read(job),
    ({ status }) => status === 'printed',
  )
const showing = async (certificate: { key: string; cert: string }) => {
  await printer.unplug()
  printer.tls = certificate
  await printer.listen()
}

it('waits for a printer whose certificate nobody trusts, shows it, and prints once a person trusts it', async () => {
  const [first, second] = [newCertificate('LQ-630K'), newCertificate('somebody else')]
  await showing(first)
  await open()
  const job = await shop.job()
  await waits(job, 'tls')
  const { certificate } = await until(readPrinter, (seen) => seen.certificate !== null)
  expect(certificate).toEqual({
    fingerprint: fingerprintOf(first),
    subject: 'CN=LQ-630K',
    issuer: 'CN=LQ-630K',
    validFrom: expect.stringMatching(/Z$/),
    validTo: expect.stringMatching(/Z$/),
  })
  const trust = (fingerprint: string) => ({ fingerprint })
  const path = `/printers/${shop.printer.id}/trustCertificate`
  expect((await house.as('warehouse').post(path, trust(fingerprintOf(first)))).status).toBe(403)
  expect((await house.as('admin').post(path, trust(fingerprintOf(second)))).status).toBe(409)
  expect(printer.prints).toEqual([])
  await house.as('admin').post(path, trust(fingerprintOf(first)))
  await printed(job)
  expect(printer.prints).toHaveLength(1)
  expect(await until(readPrinter, (seen) => seen.status === 'idle')).toMatchObject({
    certificate: null,
    tlsPin: fingerprintOf(first),
  })
  const trail = await house
    .as('auditor')
    .list('audit-events', { resource: 'printers', action: 'trustCertificate' })
  expect(trail).toHaveLength(1)

  // Another device at its address, or a new certificate after a reset: nothing is sent until somebody has looked.
  await showing(second)
  const next = await shop.job()
  await waits(next, 'tls')
  expect(await until(readPrinter, (seen) => seen.certificate !== null)).toMatchObject({
    certificate: { fingerprint: fingerprintOf(second) },
  })
  expect(printer.prints).toHaveLength(1)
  await house.as('admin').act('printers', shop.printer.id, 'trustCertificate', trust(fingerprintOf(second)))
  await printed(next)
  expect(printer.prints).toHaveLength(2)
})

it('waits while the printer refuses the sign-in, and prints with the right password', async () => {
  printer.wants = `Basic ${Buffer.from('office:密码-1').toString('base64')}`
  await open()
  const job = await shop.job()
  await waits(job, 'unauthorized')
  await house.as('admin').update('printers', shop.printer.id, { username: 'office', password: 'wrong' })
  await waits(job, 'unauthorized')
  expect(printer.prints).toEqual([])
  await house.as('admin').update('printers', shop.printer.id, { password: '密码-1' })
  await printed(job)
  expect(printer.prints).toHaveLength(1)
})

it('says that the printer wants an encrypted connection, and follows the address that an admin corrects', async () => {
  await open()
  printer.faults = [{ operation: '*', kind: 'http-426', times: 1_000 }]
  const job = await shop.job()
  await waits(job, 'tls-required')
  const secure = await FakePrinter.start()
  await secure.unplug()
  secure.tls = newCertificate('LQ-630K')
  await secure.listen()
  await house
    .as('admin')
    .update('printers', shop.printer.id, { uri: secure.uri, tlsPin: fingerprintOf(secure.tls) })
  await printed(job)
  expect([printer.prints.length, secure.prints.length]).toEqual([0, 1])
  await server?.drain()
  await secure.close()
})
