import { beforeAll, describe, expect, it } from '@jest/globals'
import { staffRoles } from '../../api/domain/access/roles.js'
import { declarations } from '../../api/domain/index.js'
import { kinds, type Field, type Fields } from '../../api/engine/fields/index.js'
import { canRead, canWrite } from '../../api/engine/rights.js'
import { fieldsOf, type AnyResource } from '../../api/engine/resource.js'
import { asObject } from '../../api/engine/shapes.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'
import { restProvider, type RestProvider } from '../support/restProvider.js'
import { bodyOf, firstOf, sample, valueOf, onlyOne } from '../support/samples.js'

const byId = { field: 'id', order: 'ASC' } as const
const ids = (rows: Rec[]) => rows.map(({ id }) => id)
const nowhere = 999_999_999

const declared = (of: AnyResource, name: string): Field => {
  const field = of.fields[name]
  if (!field) throw new Error(name)
  return field
}

// Every declared record type keeps the contract of style.md, driven by the provider that the console uses.
eachDatabase((house) => {
  describe.each(declarations)('$name', (of) => {
    const { name } = of
    let admin: RestProvider
    let records: Rec[]
    const examples = new Map<string, unknown>()

    const all = async (filter: object = {}, sort: { field: string; order: 'ASC' | 'DESC' } = byId) => {
      const { data, total } = await admin.getList<Rec>(name, {
        pagination: { page: 1, perPage: 1000 },
        sort,
        filter,
      })
      expect(total).toBe(data.length)
      return data
    }

    beforeAll(async () => {
      admin = restProvider(house().as('admin'))
      const wanted = onlyOne.has(name) ? 1 : 3
      while ((records = await all()).length < wanted) await sample(house(), of)
      // A value that no record holds may be a record of another type, whose making may add to the list.
      for (const field of queryableFields(of)) {
        const held = records.find((row) => row[field] != null)?.[field]
        examples.set(field, held ?? (await valueOf(house(), field, declared(of, field))))
      }
      records = await all()
    })

    it('lists page by page, each record once, with the exact total', async () => {
      const total = records.length
      const seen: number[] = []
      for (let page = 1; seen.length < total; page++) {
        const { data, ...answer } = await admin.getList<Rec>(name, {
          pagination: { page, perPage: 2 },
          sort: { field: 'id', order: 'DESC' },
          filter: {},
        })
        expect(answer.total).toBe(total)
        expect(data.length).toBe(Math.min(2, total - seen.length))
        seen.push(...ids(data))
      }
      expect(seen).toEqual(ids(records).reverse())
    })

    it('says the range in Content-Range, and `*` where there is nothing', async () => {
      const list = (query: string) => house().as('admin').get(`/${name}?${query}`)
      const some = await list('range=[0,0]')
      expect(some.header('content-range')).toBe(`${name} 0-0/${records.length}`)
      expect(some.header('cache-control')).toBe('no-store')
      const none = await list(`filter={"id":${nowhere}}&range=[0,24]`)
      expect(none.body).toEqual([])
      expect(none.header('content-range')).toBe(`${name} */0`)
      const beyond = await list(`range=[1000000,1000024]`)
      expect(beyond.header('content-range')).toBe(`${name} */${records.length}`)
      expect(await all({ id: nowhere })).toEqual([])
    })

    const sortable = [...queryableFields(of), 'id', 'createdAt', 'updatedAt']
    it.each(sortable)('sorts by %s, and the other way round', async (field) => {
      const up = await all({}, { field, order: 'ASC' })
      const down = await all({}, { field, order: 'DESC' })
      expect(ids(down)).toEqual(ids(up).reverse())
      expect(ids(up).sort((a, b) => a - b)).toEqual(ids(records))
      const values = up.map((row) => (row[field] == null ? null : comparable(of.fields[field], row[field])))
      for (const [at, value] of values.entries()) {
        const before = values[at - 1]
        if (typeof value === 'number' && typeof before === 'number')
          expect(value).toBeGreaterThanOrEqual(before)
      }
    })

    it.each(queryableFields(of))('filters by %s with every operator of its kind', async (fieldName) => {
      const field = declared(of, fieldName)
      const value = examples.get(fieldName)
      const holds = (row: Rec, test: (one: string | number) => boolean) =>
        row[fieldName] != null && test(comparable(field, row[fieldName]))
      const wanted = comparable(field, value)
      const cases = {
        eq: [{ [fieldName]: value }, (one: string | number) => one === wanted],
        in: [{ [fieldName]: [value, value] }, (one: string | number) => one === wanted],
        gte: [{ [`${fieldName}_gte`]: value }, (one: string | number) => one >= wanted],
        lte: [{ [`${fieldName}_lte`]: value }, (one: string | number) => one <= wanted],
      } as const
      for (const operator of kinds[field.kind].operators) {
        const [filter, test] = cases[operator]
        const expected = records.filter((row) => holds(row, test))
        expect({ operator, ids: ids(await all(filter)) }).toEqual({ operator, ids: ids(expected) })
      }
      const empty = records.filter((row) => row[fieldName] === null)
      if (kinds[field.kind].operators.includes('eq'))
        expect(ids(await all({ [fieldName]: null }))).toEqual(ids(empty))
    })

    it('answers or refuses any value in any filter, and never fails', async () => {
      for (const field of queryableFields(of))
        for (const filter of [
          { [field]: '龙 😀 𠮷' },
          { [field]: {} },
          { [field]: [null, 1e300, '\\'] },
          { [`${field}_gte`]: "'; --" },
          { [`${field}_lte`]: null },
        ]) {
          const query = new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,0]' })
          const { status, text } = await house().as('admin').get(`/${name}?${query.toString()}`)
          expect({ filter, answer: status === 200 || status === 400 || text }).toEqual({
            filter,
            answer: true,
          })
        }
    })

    it('takes a day in filters of time for the Shanghai day', async () => {
      const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
      const yesterday = new Date(Date.now() - 16 * 3600_000).toISOString().slice(0, 10)
      expect(ids(await all({ createdAt_gte: today, createdAt_lte: today }))).toEqual(ids(records))
      expect(await all({ createdAt_lte: yesterday })).toEqual([])
    })

    it('searches by q where it offers search, and refuses it elsewhere', async () => {
      const { search } = of
      if (!search) {
        await expect(all({ q: 'x' })).rejects.toMatchObject({ status: 400 })
        return
      }
      for (const field of search.fields) {
        const row = records.find((one) => typeof one[field] === 'string' && one[field] !== '')
        if (!row) continue
        const [word = ''] = String(row[field]).split(' ')
        expect(ids(await all({ q: word }))).toContain(row.id)
      }
      expect(await all({ q: 'no-such-word-anywhere' })).toEqual([])
      expect(await all({ q: '没有 这个词 𠮷' })).toEqual([])
      expect(ids(await all({ q: '' }))).toEqual(ids(records))
    })

    it('reads one as the list shows it, and 404 for what is not there', async () => {
      for (const row of records.slice(0, 3)) {
        const { data } = await admin.getOne<Rec>(name, { id: row.id })
        expect(data).toMatchObject(row)
      }
      await expect(admin.getOne(name, { id: nowhere })).rejects.toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
    })

    it('reads many by their ids: those that are missing are absent', async () => {
      const wanted = ids(records).slice(0, 3).reverse()
      const { data } = await admin.getMany<Rec>(name, { ids: [...wanted, nowhere] })
      expect(ids(data).sort((a, b) => a - b)).toEqual(wanted.reverse())
    })

    const references = queryableFields(of).filter((one) => of.fields[one]?.kind === 'reference')
    for (const target of references)
      it(`reads the records that refer to another one by ${target}`, async () => {
        const id = Number(records.find((row) => row[target] !== null)?.[target] ?? nowhere)
        const { data, total } = await admin.getManyReference<Rec>(name, {
          target,
          id,
          pagination: { page: 1, perPage: 1000 },
          sort: byId,
          filter: {},
        })
        expect(ids(data)).toEqual(ids(records.filter((row) => row[target] === id)))
        expect(total).toBe(data.length)
      })

    const creator = firstOf(of.rights.create)
    if (creator && !onlyOne.has(name))
      it('creates a record of what was sent, and answers it whole', async () => {
        const body = await bodyOf(house(), of)
        const altered = { ...body, ...alteredByForm(of.fields, body) }
        const { data } = await restProvider(house().as(creator)).create<Rec>(name, { data: altered })
        expect(data.version).toBe(1)
        expect(JSON.stringify(data)).not.toContain(ALTERED)
        for (const [field, value] of Object.entries(body)) {
          const declared = of.fields[field]
          if (!declared || declared.secret || !canWrite(declared, person(creator))) continue
          expect({ field, value: data[field] }).toMatchObject({ field, value })
        }
        expect(Object.keys(data)).toEqual(
          expect.arrayContaining(Object.keys(await house().as(creator).read(name, data.id))),
        )
        records = await all()
        expect(ids(records)).toContain(data.id)
      })
    else if (!creator)
      it('is not created by anybody', async () => {
        await expect(admin.create(name, { data: {} })).rejects.toMatchObject({ status: 403 })
      })

    const updater = firstOf(of.rights.update)
    const writable = updater ? fieldsOf(of).find(([, one]) => isWritableText(one, updater)) : undefined
    if (updater && writable) {
      const [field, declared] = writable

      it('merges what is sent and leaves the rest', async () => {
        const before = await house()
          .as(updater)
          .read(name, (await sample(house(), of)).id)
        const value = await valueOf(house(), field, declared)
        const { data } = await restProvider(house().as(updater)).update<Rec>(name, {
          id: before.id,
          data: { [field]: value },
          previousData: before,
        })
        const { updatedAt, ...rest } = before
        expect(data).toEqual({
          ...rest,
          [field]: value,
          version: before.version + 1,
          updatedAt: data.updatedAt,
        })
        expect(String(data.updatedAt) >= String(updatedAt)).toBe(true)
      })

      it('takes a whole record as a form sends it, and drops what is read-only', async () => {
        const before = await house()
          .as(updater)
          .read(name, (await sample(house(), of)).id)
        const altered = alteredByForm(of.fields, before)
        const { data } = await restProvider(house().as(updater)).update<Rec>(name, {
          id: before.id,
          data: { ...before, ...altered, createdAt: 'never', updatedAt: 'never' },
          previousData: before,
        })
        expect({ ...data, version: 0, updatedAt: '' }).toEqual({ ...before, version: 0, updatedAt: '' })
      })

      it('refuses a stale version, and changes nothing', async () => {
        const old = await sample(house(), of)
        const provider = restProvider(house().as(updater))
        const [mine, theirs] = [
          await valueOf(house(), field, declared),
          await valueOf(house(), field, declared),
        ]
        const send = (version: number, value: unknown) =>
          provider.update<Rec>(name, { id: old.id, data: { version, [field]: value }, previousData: old })
        const read = await house().as(updater).read(name, old.id)
        const { data } = await send(read.version, theirs)
        await expect(send(read.version, mine)).rejects.toMatchObject({
          status: 409,
          body: { code: 'stale_version' },
        })
        expect(await house().as(updater).read(name, old.id)).toEqual(data)
      })

      it('answers 404 when the record to change is not there', async () => {
        const provider = restProvider(house().as(updater))
        await expect(
          provider.update(name, { id: nowhere, data: {}, previousData: { id: nowhere } }),
        ).rejects.toMatchObject({ status: 404 })
      })
    }
    if (!updater)
      it('is not changed by anybody', async () => {
        await expect(
          admin.update(name, { id: records[0]?.id ?? 0, data: {}, previousData: records[0] ?? { id: 0 } }),
        ).rejects.toMatchObject({ status: 403 })
      })

    const remover = firstOf(of.rights.delete)
    if (remover) {
      it('deletes one and many, and answers what it deleted', async () => {
        const provider = restProvider(house().as(remover))
        const [one, two, three] = [
          await sample(house(), of),
          await sample(house(), of),
          await sample(house(), of),
        ]
        const { data } = await provider.delete<Rec>(name, { id: one.id, previousData: one })
        expect(data).toMatchObject({ id: one.id })
        expect((await provider.deleteMany(name, { ids: [two.id, three.id] })).data).toEqual([
          two.id,
          three.id,
        ])
        for (const { id } of [one, two, three])
          await expect(provider.getOne(name, { id })).rejects.toMatchObject({ status: 404 })
        await expect(provider.delete(name, { id: one.id })).rejects.toMatchObject({ status: 404 })
      })
    } else
      it('is not deleted by anybody', async () => {
        const id = records[0]?.id ?? 0
        await expect(admin.delete(name, { id })).rejects.toMatchObject({ status: 403 })
        expect(ids(await all({ id }))).toEqual([id])
      })
  })
})

const ALTERED = 'altered by a form'

/** What of these values nobody may write, in lines and groups too, with something else in its place. */
function alteredByForm(fields: Fields, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
      if (field.readOnly || field.derived) return [[name, ALTERED]]
      const value = values[name]
      if (!field.fields || value == null) return []
      const within = (one: unknown) => ({
        ...asObject(one),
        ...alteredByForm(field.fields ?? {}, asObject(one)),
      })
      return [[name, Array.isArray(value) ? value.map(within) : within(value)]]
    }),
  )
}

/** The fields that lists show, filter and sort by, for somebody who may read them all. */
function queryableFields(of: AnyResource): string[] {
  return fieldsOf(of)
    .filter(
      ([, field]) =>
        kinds[field.kind].operators.length > 0 &&
        field.derived !== 'record' &&
        canRead(field, person('admin')) &&
        !field.many,
    )
    .map(([name]) => name)
}

/** What order and equality go by: numbers as numbers, texts without case. */
function comparable(field: Field | undefined, value: unknown): string | number {
  const numbers = ['integer', 'money', 'quantity', 'price', 'rate', 'reference']
  if (field === undefined) return typeof value === 'number' ? value : String(value)
  if (numbers.includes(field.kind)) return Number(value)
  return String(value).toLowerCase()
}

function person(role: string) {
  return { kind: 'user' as const, id: next(), username: role, name: role, roles: [role] }
}

function isWritableText(field: Field, role: keyof typeof staffRoles): boolean {
  const isText = field.kind === 'text' || field.kind === 'longtext'
  return isText && !field.secret && !field.fixed && canWrite(field, person(role))
}
