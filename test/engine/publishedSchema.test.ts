import { beforeAll, describe, expect, it } from '@jest/globals'
import { roles } from '../support/api.js'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'

type Json = Record<string, unknown>

const kinds =
  'text longtext integer quantity money price rate boolean date datetime choice reference lines group json file hash'.split(
    ' ',
  )
const operators = ['eq', 'gte', 'lte', 'in']

const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const names = (value: unknown): string[] => (Array.isArray(value) ? value.flat().map(String) : [])

eachDatabase((house) => {
  const schemaOf = async (who: (typeof roles)[number]) => (await house().as(who).get('/schema')).body

  describe.each(roles)('the schema that %s gets', (who) => {
    let schema: unknown
    let resources: Json[]

    beforeAll(async () => {
      schema = await schemaOf(who)
      resources = objects(at(schema, 'resources'))
    })

    it('labels everything in both languages', () => {
      const unlabelled: string[] = []
      const walk = (node: unknown, path: string): void => {
        if (Array.isArray(node))
          node.forEach((one, n) => walk(one, `${path}.${String(at(one, 'name') ?? n)}`))
        if (!isObject(node)) return
        for (const key of ['label', 'help', 'confirm']) {
          const text = node[key]
          if (text === undefined) continue
          const [zh, en] = [at(text, 'zh'), at(text, 'en')]
          if (typeof zh !== 'string' || !zh || typeof en !== 'string' || !/^[\x20-\x7e·…“”’—–×³−]+$/.test(en))
            unlabelled.push(`${path}.${key}`)
        }
        for (const [key, value] of Object.entries(node)) walk(value, `${path}.${key}`)
      }
      walk(resources, 'schema')
      expect(unlabelled).toEqual([])
    })

    it('has fields of known kinds, each with what its kind needs', () => {
      const faults: string[] = []
      const check = (field: Json, where: string): void => {
        const say = (fault: string) => faults.push(`${where}.${String(field.name)}: ${fault}`)
        if (!kinds.includes(String(field.kind))) say(`kind ${String(field.kind)}`)
        for (const flag of ['required', 'readOnly', 'sortable', 'filterable'])
          if (typeof field[flag] !== 'boolean') say(`no ${flag}`)
        if (!names(field.operators).every((one) => operators.includes(one)))
          say(`operators ${String(field.operators)}`)
        if (field.filterable && names(field.operators).length === 0) say('filterable, but by no operator')
        if (field.kind === 'choice' && objects(field.choices).length === 0) say('no choices')
        if (field.kind === 'reference' && typeof field.reference !== 'string') say('no reference')
        if (field.kind === 'lines' || field.kind === 'group') {
          if (objects(field.fields).length === 0) say('no fields')
          for (const nested of objects(field.fields)) check(nested, `${where}.${String(field.name)}`)
        }
      }
      for (const { name, fields, actions } of resources) {
        for (const field of objects(fields)) check(field, String(name))
        for (const action of objects(actions))
          for (const field of objects(action.input)) check(field, `${String(name)}.${String(action.name)}`)
      }
      expect(faults).toEqual([])
    })

    it('names in lists, forms, filters and tabs only fields that it has', () => {
      const faults: string[] = []
      for (const one of resources) {
        const known = ['id', ...objects(one.fields).map(({ name }) => String(name))]
        for (const place of ['grid', 'form', 'filters'])
          for (const name of names(one[place]))
            if (!known.includes(name)) faults.push(`${String(one.name)}.${place}: ${name}`)
        for (const name of [one.tabs ?? 'id', at(one, 'sort.field'), one.title])
          if (!known.includes(String(name))) faults.push(`${String(one.name)}: ${String(name)}`)
      }
      expect(faults).toEqual([])
    })

    it('keeps every promise that it makes of its lists', async () => {
      for (const { name, fields, search } of resources) {
        const named = (test: (field: Json) => boolean) =>
          objects(fields).flatMap((field) => (test(field) ? [String(field.name)] : []))
        const filterable = named(
          (field) => field.filterable === true && names(field.operators).includes('eq'),
        )
        const queries = named(({ sortable }) => sortable === true).map(
          (field) => `sort=${JSON.stringify([field, 'DESC'])}`,
        )
        queries.push(`filter=${JSON.stringify(Object.fromEntries(filterable.map((field) => [field, null])))}`)
        if (search) queries.push('filter={"q":"x"}')
        for (const query of queries)
          expect({
            name,
            query,
            status: (
              await house()
                .as(who)
                .get(`/${String(name)}?${query}&range=[0,0]`)
            ).status,
          }).toEqual({ name, query, status: 200 })
      }
    })
  })

  it('OpenAPI is version 3.1, and every reference in it leads somewhere', async () => {
    const { body } = await house().as('clerk').get('/openapi.json')
    expect(at(body, 'openapi')).toBe('3.1.0')
    const broken: string[] = []
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) for (const one of node) walk(one)
      if (!isObject(node)) return
      const { $ref } = node
      if (typeof $ref === 'string' && at(body, $ref.replace(/^#\//, '').replaceAll('/', '.')) === undefined)
        broken.push($ref)
      for (const value of Object.values(node)) walk(value)
    }
    walk(body)
    expect(broken).toEqual([])
    for (const [path, item] of Object.entries(Object(at(body, 'paths')))) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name))
      const told = [
        ...objects(at(item, 'parameters')),
        ...Object.values(Object(item)).flatMap((operation) => objects(at(operation, 'parameters'))),
      ].flatMap((one) => (one.in === 'path' ? [String(one.name)] : []))
      expect({ path, told: [...new Set(told)].sort() }).toEqual({ path, told: wanted.sort() })
    }
  })
})
