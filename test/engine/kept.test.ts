import { describe, expect, it } from '@jest/globals'
import type { Database, Tx } from '../../api/db/database.js'
import { forgetKept, kept } from '../../api/engine/kept.js'
import { declared } from '../../api/engine/shapes.js'

const db = declared<Database>({})
const tx = declared<Tx>({})

/** Something that is set up once; `house.value` is what the database holds. */
function house() {
  const found = { value: 'old', reads: 0, gate: Promise.resolve() }
  const name = `things-${Math.random()}`
  const ask = kept([name, `${name}-parts`], async () => {
    found.reads += 1
    const { value } = found
    await found.gate
    return value
  })
  return { found, name, ask }
}
const event = (resource: string) => ({
  ...{ action: 'update', resource, recordId: 1, version: 2 },
  ...{ before: null, after: null },
})

describe('what is kept', () => {
  it('is read once for many, and again after a commit that changed it', async () => {
    const { found, name, ask } = house()
    expect([await ask({ db }), await ask({ db })]).toEqual(['old', 'old'])
    expect(found.reads).toBe(1)
    found.value = 'new'
    forgetKept(db, ['others'])
    expect(await ask({ db })).toBe('old')
    forgetKept(db, [name])
    expect(await ask({ db })).toBe('new')
    found.value = 'newest'
    forgetKept(db, [`${name}-parts`])
    expect(await ask({ db })).toBe('newest')
  })

  it('is not what a reading that began before that commit has found', async () => {
    const { found, name, ask } = house()
    let open = () => undefined as void
    found.gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const early = ask({ db })
    found.value = 'new'
    forgetKept(db, [name])
    open()
    expect(await early).toBe('old')
    expect(await ask({ db })).toBe('new')
  })

  it('is for a transaction its own change, which nobody else sees before it commits', async () => {
    const { found, name, ask } = house()
    await ask({ db })
    found.value = 'new'
    expect(await ask({ db, tx, events: [event(name)] })).toBe('new')
    expect(await ask({ db, tx, events: [event('others'), event('things')] })).toBe('old')
    expect(await ask({ db })).toBe('old')
  })

  it('is kept from a transaction that changed nothing of it, and not from one that does not say', async () => {
    const { found, ask } = house()
    await ask({ db, tx })
    await ask({ db, tx, events: [] })
    await ask({ db })
    expect(found.reads).toBe(2)
  })
})
