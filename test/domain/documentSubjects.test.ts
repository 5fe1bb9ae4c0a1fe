import { expect, it } from '@jest/globals'
import { columnTypes } from '../../api/db/dialect.js'
import { up } from '../../api/db/migrations/0050-document-subjects.js'
import { up as upCustomers } from '../../api/db/migrations/0151-document-customers.js'
import { addCopySets } from '../../api/domain/printing/copies/addCopySets.js'
import { documentKinds } from '../../api/domain/printing/documents/documentKinds.js'
import { write } from '../../api/engine/unitOfWork.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  it('tells of papers that were issued before what they are about', async () => {
    const note = await house().issued()
    const order = await house().as('clerk').act('orders', Number(note.orderId), 'issue')
    const { db } = house().api
    await db.execute("UPDATE documents SET subject = '', subjectId = 0")
    for (const sql of up(columnTypes(db.dialect)).filter((one) => one.startsWith('UPDATE')))
      await db.execute(sql)
    const read = (id: unknown) => house().as('auditor').read('documents', Number(id))
    expect(await read(note.id)).toEqual(note)
    expect(note).toMatchObject({ subject: 'shipments', subjectId: note.shipmentId })
    expect(await read(order.id)).toMatchObject({ subject: 'orders', subjectId: note.orderId })
  })

  it('finds the papers of a customer, also those that were issued before papers knew theirs', async () => {
    const customer = await house().customer()
    const order = await house().confirmed({ customerId: customer.id })
    const papers = [
      await house().issued(await house().shipment(order)),
      await house().as('clerk').act('orders', order.id, 'issue'),
      await house()
        .as('finance')
        .act('receipts', (await house().received({ customerId: customer.id })).id, 'issue'),
    ]
    await house().issued()
    const sheet = await house()
      .as('warehouse')
      .act('stocktakes', (await house().counting()).id, 'issue')
    expect(sheet).toMatchObject({ customerId: null })
    const found = async () =>
      (await house().as('auditor').list('documents', { customerId: customer.id })).map(({ id }) => id)
    const ids = papers.map(({ id }) => id).sort((a, b) => a - b)
    expect(await found()).toEqual(ids)
    const { db } = house().api
    await db.execute('UPDATE documents SET customerId = NULL')
    expect(await found()).toEqual([])
    for (const sql of upCustomers(columnTypes(db.dialect)).filter((one) => one.startsWith('UPDATE')))
      await db.execute(sql)
    expect(await found()).toEqual(ids)
    const [statement] = await db.select('SELECT COUNT(*) AS known FROM documents WHERE customerId IS NULL')
    expect(Number(statement?.known)).toBe(1)
  })

  it('gives a house a copy set for each kind of paper that has none, and leaves the others alone', async () => {
    const { db, catalog } = house().api
    const who = { kind: 'system', id: null, username: 'test', name: 'test', roles: [] } as const
    const add = () => write({ db, catalog, who, requestId: 'test' }, addCopySets)
    expect(await add()).toEqual([])
    const all = await house().as('admin').list('copy-sets')
    await db.execute("UPDATE copy_sets SET kind = 'none' WHERE kind <> 'delivery-note'")
    const kinds = Object.keys(documentKinds).filter((kind) => kind !== 'delivery-note')
    expect((await add()).sort()).toEqual(kinds.sort())
    expect(await house().as('admin').list('copy-sets')).toHaveLength(all.length + kinds.length)
    expect(await house().as('admin').list('copy-sets', { kind: 'packing-list' })).toMatchObject([
      { name: '装箱单两联', isDefault: true, mode: 'sheets' },
    ])
  })
})
