import { documentKinds } from '../../api/domain/printing/documents/documentKinds.js'
import { startTestApi, type TestApi, type TestDatabase } from './api.js'
import { at } from './at.js'
import { asRec, type Rec } from './client.js'

type Fields = Record<string, unknown>

let made = 0
/** A number that nothing else in this run has. */
export const next = (): number => (made += 1)

/**
 * A small wholesale house on a running API: builders that make records through the front door, as the people whose
 * work it is. Every builder takes the fields that matter to the test and fills in the rest.
 */
export class House {
  constructor(readonly api: TestApi) {}

  as = (role: Parameters<TestApi['as']>[0]) => this.api.as(role)

  customer = (fields: Fields = {}) =>
    this.as('clerk').create('customers', { code: `C${next()}`, name: `客户${next()}`, ...fields })

  product = (fields: Fields = {}) =>
    this.as('supervisor').create('products', {
      code: `P${next()}`,
      name: `商品${next()}`,
      unit: '件',
      price: '10',
      taxRate: '0.13',
      ...fields,
    })

  printer = (fields: Fields = {}) =>
    this.as('admin').create('printers', {
      name: `打印机${next()}`,
      uri: 'ipp://127.0.0.1:9/ipp/print',
      ...fields,
    })

  /** A warehouse with a printer of its own, unless told another one. */
  warehouse = async (fields: Fields = {}) =>
    this.as('supervisor').create('warehouses', {
      code: `W${next()}`,
      name: `仓库${next()}`,
      printerId: fields.printerId === undefined ? (await this.printer()).id : null,
      ...fields,
    })

  /** Three copies: 存根 白, 客户 红, and 仓库 黄 without prices. */
  copySet = (fields: Fields = {}) =>
    this.as('admin').create('copy-sets', {
      name: `联次${next()}`,
      kind: 'delivery-note',
      copies: [
        { copyNo: 1, name: '存根', color: 'white', receiver: '打单' },
        { copyNo: 2, name: '客户', color: 'red', receiver: '客户' },
        { copyNo: 3, name: '仓库', color: 'yellow', receiver: '仓库', showsPrice: false },
      ],
      ...fields,
    })

  /** Brings stock in by a receipt. */
  stock = (product: Rec, warehouse: Rec, quantity: number | string, fields: Fields = {}) =>
    this.as('warehouse').create('stock-moves', {
      type: 'receipt',
      productId: product.id,
      warehouseId: warehouse.id,
      quantity,
      ...fields,
    })

  /** A draft of one line of one piece, unless told otherwise; its product is in stock 100 times where it will ship. */
  draft = async (fields: Fields = {}): Promise<Rec> => {
    const warehouseId = fields.warehouseId ?? (await this.mainWarehouse()).id
    return this.as('clerk').create('orders', {
      customerId: fields.customerId ?? (await this.customer()).id,
      warehouseId,
      lines: fields.lines ?? [{ productId: (await this.stocked(Number(warehouseId))).id, quantity: '1' }],
      ...fields,
    })
  }

  submitted = async (fields: Fields = {}) =>
    this.as('clerk').act('orders', (await this.draft(fields)).id, 'submit')

  confirmed = async (fields: Fields = {}) =>
    this.as('confirmer').act('orders', (await this.submitted(fields)).id, 'confirm')

  /** A draft shipment of everything on a confirmed order. */
  shipment = async (order?: Rec, input: Fields = {}) =>
    this.as('warehouse').act('orders', (order ?? (await this.confirmed())).id, 'ship', input)

  /** Issues a paper of a shipment (by default the delivery note of a new one); answers the document. */
  issued = async (shipment?: Rec, input: Fields = {}): Promise<Rec> => {
    await this.copySets()
    const { id } = shipment ?? (await this.shipment())
    return this.as('warehouse').act('shipments', id, 'issue', { kind: 'delivery-note', ...input })
  }

  /** Issues papers of several shipments as one batch; answers it and what became of each shipment. */
  batch = async (shipments: Rec[], input: Fields = {}): Promise<{ batch: Rec; results: Rec[] }> => {
    await this.copySets()
    const { status, body, text } = await this.as('warehouse').post('/shipments/actions/issue', {
      ids: shipments.map(({ id }) => id),
      input: { kind: 'delivery-note', ...input },
    })
    if (status !== 200) throw new Error(text)
    const results = at(body, 'results')
    return { batch: asRec(at(body, 'gathered')), results: Array.isArray(results) ? results.map(asRec) : [] }
  }

  /** A shipment whose goods have left. */
  dispatched = async (order?: Rec, input: Fields = {}) => {
    const { id } = await this.shipment(order, input)
    await this.issued(asRec({ id }))
    return this.as('warehouse').act('shipments', id, 'dispatch')
  }

  delivered = async (order?: Rec, input: Fields = {}) =>
    this.as('warehouse').act('shipments', (await this.dispatched(order, input)).id, 'deliver')

  /** The print job of a document's first printing. */
  jobOf = async (document: Rec): Promise<Rec> => {
    const [job] = await this.as('warehouse').list('print-jobs', { documentId: document.id })
    return this.as('warehouse').read('print-jobs', asRec(job).id)
  }

  /** A product with 100 pieces in that warehouse. */
  stocked = async (warehouseId: number, quantity: number | string = 100) => {
    const product = await this.product()
    await this.stock(product, asRec({ id: warehouseId }), quantity)
    return product
  }

  /** What a warehouse holds of a product, as decimal strings. */
  balance = async (product: Rec, warehouse: Rec) => {
    const [row] = await this.as('warehouse').list('stock-balances', {
      productId: product.id,
      warehouseId: warehouse.id,
      quality: 'good',
    })
    return { onHand: row?.onHand ?? '0', reserved: row?.reserved ?? '0', available: row?.available ?? '0' }
  }

  /** Money that came in today, unless told otherwise; answers the receipt. */
  received = async (fields: Fields = {}) => {
    const { id } = await this.as('finance').create('receipts', {
      customerId: fields.customerId ?? (await this.customer()).id,
      amount: 100_00,
      ...fields,
    })
    return this.as('finance').act('receipts', id, 'receive')
  }

  /** A stocktake under way, in a warehouse of its own that holds 100 pieces of one product, unless told another one. */
  counting = async (fields: Fields = {}) => {
    const warehouse = fields.warehouseId === undefined ? await this.warehouse() : null
    if (warehouse) await this.stocked(warehouse.id)
    const { id } = await this.as('warehouse').create('stocktakes', {
      ...(warehouse && { warehouseId: warehouse.id }),
      ...fields,
    })
    return this.as('warehouse').act('stocktakes', id, 'start')
  }

  mainWarehouse = this.once(() => this.warehouse({ isDefault: true }))

  /** A default copy set for each kind of paper. */
  copySets = this.once(async () => {
    const sets = []
    for (const kind of Object.keys(documentKinds)) sets.push(await this.copySet({ kind, isDefault: true }))
    return sets
  })

  private once<T>(make: () => Promise<T>): () => Promise<T> {
    let it: Promise<T> | undefined
    return () => (it ??= make())
  }
}

export const openHouse = async (database: TestDatabase): Promise<House> =>
  new House(await startTestApi(database))
