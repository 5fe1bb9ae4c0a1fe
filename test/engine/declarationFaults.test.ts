import { describe, expect, it } from '@jest/globals'
import { Sequelize } from 'sequelize'
import { declarations } from '../../api/domain/index.js'
import { catalogOf } from '../../api/engine/catalog.js'
import { declarationFaults } from '../../api/engine/declarationFaults.js'
import { choice, lines, reference, text } from '../../api/engine/fields/index.js'
import type { AnyResource } from '../../api/engine/resource.js'
import { say } from '../../api/engine/text.js'

const label = say('名称', 'Name')

/** A small right declaration; each test makes one thing wrong. */
const pets = (wrong: Partial<AnyResource> = {}): AnyResource => ({
  name: 'pets',
  table: 'pets',
  label: say('宠物', 'Pets'),
  group: { name: 'setup', zh: '设置', en: 'Set-up' },
  title: 'name',
  fields: {
    name: text({ label, required: true, index: true }),
    status: choice({ label, readOnly: true, choices: { young: { label }, old: { label } } }),
    owner: reference('people', { label }),
  },
  grid: ['name', 'status'],
  form: [['name', 'owner']],
  filters: ['status'],
  sort: ['name', 'ASC'],
  rights: { read: [], create: [], update: [], delete: [] },
  ...wrong,
})
const people = pets({
  name: 'people',
  table: 'people',
  fields: { name: text({ label, index: true }) },
  grid: ['name'],
  form: ['name'],
  filters: [],
})
const faultsOf = (wrong: Partial<AnyResource>) => declarationFaults([pets(wrong), people])
const withField = (name: string, field: AnyResource['fields'][string]) => ({
  fields: { ...pets().fields, [name]: field },
})
const run = async () => ({ resource: { name: 'pets' }, id: 1 })

describe('the check of the declarations at boot', () => {
  it('finds nothing in what Slipway declares', () => {
    expect(declarationFaults(declarations)).toEqual([])
    expect(faultsOf({})).toEqual([])
  })

  it.each<[string, Partial<AnyResource>, string]>([
    ['grid', { grid: ['nmae'] }, 'pets.grid names "nmae", which is not a field. Did you mean "name"?'],
    ['form', { form: [['name', 'zzzzzzzzzz']] }, 'pets.form names "zzzzzzzzzz", which is not a field.'],
    [
      'filters',
      { filters: ['statu'] },
      'pets.filters names "statu", which is not a field. Did you mean "status"?',
    ],
    ['title', { title: 'label' }, 'pets.title names "label", which is not a field.'],
    ['tabs', { tabs: 'state' }, 'pets.tabs names "state", which is not a field. Did you mean "status"?'],
    [
      'search',
      { search: { fields: ['names'] } },
      'pets.search names "names", which is not a field. Did you mean "name"?',
    ],
    ['updateWhen', { updateWhen: { stage: ['a'] } }, 'pets.updateWhen names "stage", which is not a field.'],
    ['derive', { derive: { age: () => 1 } }, 'pets.derive names "age", which is not a field.'],
    [
      'uniqueTogether',
      { uniqueTogether: [['name', 'colour']] },
      'pets.uniqueTogether names "colour", which is not a field.',
    ],
    [
      'an unindexed sort',
      { sort: ['status', 'ASC'] },
      'pets.sort is by "status", which has no index; lists would be slow on many rows.',
    ],
    [
      'an own field',
      withField('version', text({ label })),
      'pets.version: every record has this by itself; leave it out.',
    ],
    [
      'a suffix',
      withField('born_gte', text({ label })),
      'pets.born_gte: a field name cannot end in _gte or _lte, which are filter operators.',
    ],
    [
      'a reference',
      withField('vet', reference('peple', { label })),
      'pets.vet refers to "peple", which is no resource. Did you mean "people"?',
    ],
    [
      'an empty choice',
      withField('size', choice({ label, choices: {} })),
      'pets.size: a choice needs at least one value.',
    ],
    [
      'lines without a table',
      withField('toys', lines({ label, table: '', fields: {} })),
      'pets.toys: lines need the name of their table.',
    ],
    [
      'a field of lines',
      withField('toys', lines({ label, table: 'toys', fields: { id: text({ label }) } })),
      'pets.toys.id: every record has this by itself; leave it out.',
    ],
    [
      'an underived field',
      withField('age', text({ label, derived: 'record' })),
      'pets.age is derived from the record, but "derive" does not say how.',
    ],
    [
      'an action that answers nothing',
      { actions: { feed: { label, allow: [], answers: 'meals', run } } },
      'pets.feed answers "meals", which is no resource.',
    ],
    [
      'an action that asks for no field',
      { actions: { feed: { label, allow: [], when: { hunger: [1] }, run } } },
      'pets.feed asks for "hunger", which is not a field.',
    ],
    [
      'a list that follows another',
      { follows: ['peple'] },
      'pets follows "peple", which is no resource. Did you mean "people"?',
    ],
    [
      'the input of an action',
      { actions: { feed: { label, allow: [], input: { by: reference('nobody', { label }) }, run } } },
      'pets.feed.input.by refers to "nobody", which is no resource.',
    ],
  ])('says what is wrong with %s', (_what, wrong, sentence) => {
    expect(faultsOf(wrong)).toContain(sentence)
  })

  it('says what is wrong with a lifecycle', () => {
    const lifecycle = {
      field: 'status',
      initial: 'born',
      states: { young: { label }, old: { label } },
      transitions: { age: { from: ['young'], to: 'olde' } },
    }
    const writable = { ...pets().fields, status: choice({ label, choices: { young: { label } } }) }
    expect(faultsOf({ lifecycle, fields: writable })).toEqual([
      'pets: the lifecycle names the state "born", which is not declared.',
      'pets: the transition "age" names the state "olde", which is not declared.',
      'pets: no transition leads to the state "young".',
      'pets: no transition leads to the state "old".',
      "pets.status: a lifecycle's column must be readOnly; only actions move it.",
    ])
  })

  it('says when a resource is declared twice', () => {
    expect(declarationFaults([pets(), pets(), people])).toContain('The resource "pets" is declared twice.')
  })

  it('lists all faults at once, and then nothing starts', () => {
    const wrong = [
      pets({ grid: ['nmae'], title: 'label' }),
      pets({ name: 'cats', sort: ['status', 'ASC'] }),
      people,
    ]
    const sequelize = new Sequelize('mysql://nobody@127.0.0.1:1/none', { logging: false })
    const boot = () => catalogOf(wrong, sequelize)
    expect(boot).toThrow(/^The declarations are wrong:\n(- .+\n){2}- .+$/)
    expect(boot).toThrow('pets.grid names "nmae"')
    expect(boot).toThrow('cats.sort is by "status"')
  })

  it('is asked for by name only for what is declared', () => {
    const sequelize = new Sequelize('mysql://nobody@127.0.0.1:1/none', { logging: false })
    const catalog = catalogOf([pets(), people], sequelize)
    expect(catalog.has('dogs')).toBe(false)
    expect(() => catalog.get('dogs')).toThrow('No resource "dogs" is declared.')
  })
})
