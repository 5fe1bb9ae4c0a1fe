import { declarations } from '../../api/domain/index.js'
import { documentKinds } from '../../api/domain/printing/documents/documentKinds.js'
import { staffRoles, type StaffRole } from '../../api/domain/access/roles.js'
import type { Access } from '../../api/engine/access.js'
import type { Field, Fields } from '../../api/engine/fields/index.js'
import type { AnyResource } from '../../api/engine/resource.js'
import { password } from './api.js'
import { asRec, type Rec } from './client.js'
import { next, type House } from './house.js'
import { png } from './pictures.js'
import { until } from './until.js'

type Body = Record<string, unknown>

/** Who may do it, first of all those who may. */
export const firstOf = (access: Access): StaffRole | undefined =>
  (Array.isArray(access) ? access : Object.keys(access)).find(isRole)

const isRole = (role: unknown): role is StaffRole => typeof role === 'string' && role in staffRoles

/** Of these there is one record, or none yet. */
export const onlyOne = new Set(['company-profile', 'settings'])

/** One more record of any declared type: created from its declaration, or by the work that makes such records. */
export async function sample(house: House, of: AnyResource): Promise<Rec> {
  const maker = firstOf(of.rights.create)
  if (maker && !onlyOne.has(of.name)) {
    const { id } = await house.as(maker).create(of.name, await bodyOf(house, of))
    return until(
      () => house.as(maker).read(of.name, id),
      ({ status }) => of.name !== 'month-exports' || status === 'ready',
    )
  }
  return (await made[of.name]?.(house)) ?? missing(of.name)
}

/** Records that people do not create, each by the work that makes it. */
const made: Record<string, (house: House) => Promise<Rec>> = {
  shipments: (house) => house.shipment(),
  'stock-balances': async (house) => {
    const { id } = await house.stocked((await house.mainWarehouse()).id)
    return first(await house.as('admin').list('stock-balances', { productId: id }))
  },
  reservations: async (house) => {
    const { id } = await house.confirmed()
    return first(await house.as('admin').list('reservations', { orderId: id }))
  },
  'stocktake-lines': async (house) => {
    const { id } = await house.counting()
    return first(await house.as('warehouse').list('stocktake-lines', { stocktakeId: id }))
  },
  'print-jobs': async (house) => house.jobOf(await house.issued()),
  'print-batches': async (house) =>
    (await house.batch([await house.shipment(), await house.shipment()])).batch,
  documents: (house) => house.issued(),
  'document-copies': async (house) => {
    const { id } = await house.issued()
    return first(await house.as('admin').list('document-copies', { documentId: id }))
  },
  'copy-scans': async (house) => {
    const { id } = await house.issued()
    const [copy] = await house.as('admin').list('document-copies', { documentId: id })
    await house.as('warehouse').post('/document-copies/scan', { code: copy?.code, place: 'packing' })
    return first(await house.as('admin').list('copy-scans', { documentId: id }))
  },
  'print-problems': async (house) => {
    const { id } = await house.submitted()
    const now = new Date().toISOString()
    await house.api.db.execute(
      "INSERT INTO print_problems (version, createdAt, updatedAt, kind, moment, status, message, orderId) VALUES (1, ?, ?, 'sales-order', 'confirm', 'open', ?, ?)",
      [now, now, JSON.stringify({ zh: '没有打印机。', en: 'No printer.' }), id],
    )
    return last(await house.as('admin').list('print-problems'))
  },
  'audit-events': async (house) => {
    const { id } = await house.customer()
    return first(await house.as('admin').list('audit-events', { resource: 'customers', recordId: id }))
  },
  // Of supplies, which only a print server ends: the watch ends one of a printer that has nothing waiting.
  'printer-alerts': async (house) => {
    const printer = await house.printer()
    const now = new Date().toISOString()
    await house.api.db.execute(
      "INSERT INTO printer_alerts (version, createdAt, updatedAt, printerId, kind, status, reasons, since) VALUES (1, ?, ?, ?, 'supplies', 'open', '[]', ?)",
      [now, now, printer.id, now],
    )
    return last(await house.as('admin').list('printer-alerts', { printerId: printer.id }))
  },
  'found-printers': async (house) => {
    const site = `found-${next()}`
    const device = {
      uri: 'ipp://192.168.1.20:631/ipp/print',
      name: 'Laser',
      model: '',
      location: '',
      formats: [],
      uuid: null,
    }
    await house.api
      .withKey(['print-server'], site)
      .post('/print-server/v1/printers/found', { server: 's', printers: [device] })
    return first(await house.as('admin').list('found-printers', { site }))
  },
  'number-register': async (house) => {
    const { no } = await house.submitted()
    return first(await house.as('admin').list('number-register', { number: no }))
  },
  imports: async (house) => {
    const query = `target=customers&fileName=${next()}.csv`
    const file = { 'Content-Type': 'text/csv' }
    const { body } = await house
      .as('clerk')
      .send('POST', `/imports?${query}`, `编码,名称\nS${next()},甲`, file)
    return asRec(body)
  },
  images: async (house) => {
    const path = `/images?name=${encodeURIComponent(`图 ${next()}`)}`
    const { body } = await house.as('admin').send('POST', path, png(), { 'Content-Type': 'image/png' })
    return asRec(body)
  },
  sessions: async (house) => {
    await house.api.nobody.post('/session', { username: 'clerk', password })
    return last(await house.as('admin').list('sessions'))
  },
  'print-attempts': async (house) => {
    const { id } = await house.jobOf(await house.issued())
    await house.api.db.execute(
      "INSERT INTO print_attempts (jobId, n, token, state, fence, startedAt) VALUES (?, 1, ?, 'prepared', 1, ?)",
      [id, String(next()), new Date().toISOString()],
    )
    return first(await house.as('admin').list('print-attempts', { jobId: id }))
  },
  'backup-runs': async (house) => {
    const now = new Date().toISOString()
    await house.api.db.execute(
      "INSERT INTO backup_runs (version, createdAt, updatedAt, origin, status, file) VALUES (1, ?, ?, 'command', 'proven', ?)",
      [now, now, `slipway-${next()}.backup.gz`],
    )
    return last(await house.as('admin').list('backup-runs'))
  },
  settings: async (house) => {
    const [row] = await house.as('admin').list('settings')
    return row ?? house.as('admin').create('settings', {})
  },
  'company-profile': async (house) => {
    const [row] = await house.as('admin').list('company-profile')
    return row ?? house.as('admin').create('company-profile', { name: '顺达百货批发有限公司' })
  },
}

let rules = 0

/** What only the type itself knows: values that its own rules ask for. */
const special: Record<string, (house: House) => Body | Promise<Body>> = {
  // A confirmed order has one open request, so every request is about another one.
  'change-requests': async (house) => ({
    orderId: (await house.confirmed()).id,
    changes: [{ part: '整单', item: '要求交期', was: '2026-12-01', wanted: '2026-12-03', isPrice: false }],
  }),
  // A shipment goes on one sheet only, so every sheet takes another one.
  handovers: async (house) => {
    const { shipmentId } = await house.issued()
    return { lines: [{ shipmentId, packages: 2, weightKg: '3.5' }] }
  },
  receipts: () => ({ lines: [], receivedOn: '2026-11-20' }),
  statements: () => ({ periodFrom: '2026-10-01', periodTo: '2026-10-31', disputes: [] }),
  'export-sets': () => ({ shipmentId: null }),
  'statement-runs': () => ({ month: '2020-01' }),
  printers: () => ({
    uri: 'ipps://printer.example:631/ipp/print',
    tlsPin: 'ab'.repeat(32),
    tlsCa: null,
    offsetX: '-1.5',
    offsetY: '0.25',
  }),
  'stock-moves': () => ({ type: 'receipt' }),
  // Each copy of a set has a number of its own.
  'copy-sets': () => ({
    copies: [1, 2].map((copyNo) => ({
      copyNo,
      name: `联${next()}`,
      color: 'white',
      receiver: `部门${next()}`,
      showsPrice: false,
      mustReturn: false,
      returnDays: 7,
    })),
  }),
  'auto-prints': () => {
    const kinds = ['pick-list', 'delivery-note', 'dispatch-note', 'packing-list', 'waybill-label']
    const n = (rules += 1)
    return { moment: n % 2 ? 'release' : 'issue', kind: kinds[n % kinds.length] }
  },
  // No two rules may have the same scope, and one for a single copy names no copy set.
  'print-rules': () => {
    const n = (rules += 1)
    const kinds = Object.keys(documentKinds)
    return { kind: kinds[Math.floor(n / 9) % kinds.length], copyNo: 1 + (n % 9), copySetId: null }
  },
  users: () => ({ password: 'long-enough-1' }),
  'month-exports': () => ({ month: `20${10 + (next() % 15)}-0${1 + (next() % 9)}`, language: 'en' }),
  'template-drafts': () => ({
    files: { 'template.hbs': `<p>${next()}</p>` },
    papers: [{ name: 'a4', widthMm: 210, heightMm: 297 }],
  }),
  templates: () => ({
    files: { 'template.hbs': `<p>${next()}</p>` },
    papers: [{ name: 'a4', widthMm: 210, heightMm: 297 }],
  }),
}

/** A full body for a create: every field that people may write, by its kind. */
export async function bodyOf(house: House, of: AnyResource): Promise<Body> {
  return { ...(await valuesOf(house, of.fields)), ...(await special[of.name]?.(house)) }
}

async function valuesOf(house: House, fields: Fields): Promise<Body> {
  const values: Body = {}
  for (const [name, field] of Object.entries(fields))
    if (!field.readOnly && !field.derived) values[name] = await valueOf(house, name, field)
  return values
}

/** A value of the field as the API itself would write it; another one each time where its kind has so many. */
export async function valueOf(house: House, name: string, field: Field): Promise<unknown> {
  const n = next()
  switch (field.kind) {
    case 'text':
    case 'longtext':
      return `${name} 龙${n}`.slice(-Number(field.max ?? 200))
    case 'integer':
      // Two that follow one another differ, however small the most is.
      return field.max === undefined ? n : 1 + (n % Number(field.max))
    case 'money':
      return 100 * n + 1
    case 'quantity':
      return `${n}.5`
    case 'price':
      return `${n}.000001`
    case 'rate':
      return '0.09'
    case 'boolean':
      return false
    case 'date':
      return `2026-11-${String(10 + (n % 20))}`
    case 'datetime':
      return `2026-11-${String(10 + (n % 20))}T08:30:00.000Z`
    case 'choice': {
      const value = Object.keys(field.choices ?? {})[0]
      return field.many ? [value] : value
    }
    case 'reference': {
      const { id } = await referred(house, String(field.reference))
      return field.many ? [id] : id
    }
    case 'lines':
      return [await valuesOf(house, field.fields ?? {}), await valuesOf(house, field.fields ?? {})]
    case 'group':
      return valuesOf(house, field.fields ?? {})
    case 'json':
      return { n }
    case 'hash':
      return n.toString(16).padStart(64, '0')
    default:
      throw new Error(`No test knows a value of the kind ${field.kind}.`)
  }
}

async function referred(house: House, resource: string): Promise<Rec> {
  const [row] = await house.as('admin').list(resource)
  const of = declarations.find(({ name }) => name === resource)
  return row ?? (of ? sample(house, of) : missing(resource))
}

const first = ([row]: Rec[]): Rec => asRec(row)
const last = (rows: Rec[]): Rec => asRec(rows.at(-1))

function missing(resource: string): never {
  throw new Error(`No test makes a record of ${resource}: say how in test/support/samples.ts.`)
}
