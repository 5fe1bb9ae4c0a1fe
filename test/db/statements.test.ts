import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDatabase, type Database } from '../../api/db/database.js'

let folder: string
let db: Database
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'slipway-statements-'))
  db = await openDatabase(`sqlite:${path.join(folder, 'a.sqlite')}`)
  await db.execute(
    'CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE, amount BIGINT, bytes BLOB)',
  )
})
afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

const add = (name: string, amount: number | null = null, bytes: Buffer | null = null) =>
  db.execute('INSERT INTO things (name, amount, bytes) VALUES (?, ?, ?)', [name, amount, bytes])
const named = async (name: string) => (await db.select('SELECT * FROM things WHERE name = ?', [name]))[0]

describe('statements on SQLite', () => {
  it.each([
    ['text', "it's 100% “quoted”? \\ \n yes", 1, null],
    ['a number that is not bound as a whole one', 'large', 9_007_199_254_740_991, null],
    ['a negative number', 'negative', -2_147_483_648, null],
    ['the next one beyond 32 bits', 'beyond', 2_147_483_648, null],
    ['bytes', 'bytes', 0, Buffer.from([0, 39, 255, 63])],
    ['nothing', 'nothing', null, null],
  ])('give back %s as it was stored', async (_, name, amount, bytes) => {
    expect(await add(name, amount, bytes)).toBe(1)
    expect(await named(name)).toMatchObject({ name, amount, bytes })
    const [{ type } = {}] = await db.select('SELECT typeof(amount) AS type FROM things WHERE name = ?', [
      name,
    ])
    expect(type).toBe(amount === null ? 'null' : 'integer')
  })

  it('leave out a NUL, which would end the text', async () => {
    await add('zero\0zero')
    expect(await named('zerozero')).toBeDefined()
  })

  it('that are asked at the same time each get their own rows', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `one of many ${at}`)
    await Promise.all(names.map((name, at) => add(name, at)))
    const rows = await Promise.all(names.map(named))
    expect(rows.map((row) => row?.amount)).toEqual(names.map((_, at) => at))
  })

  it('that fail say why to everybody who asks, and work once they can', async () => {
    const ask = () => db.select('SELECT late FROM things WHERE id = ?', [1])
    const asked = await Promise.allSettled([ask(), ask(), ask()])
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await expect(ask()).rejects.toThrow('no such column: late')
    await db.execute('ALTER TABLE things ADD COLUMN late TEXT')
    expect(await ask()).toEqual([{ late: null }])
  })

  it('that break a rule may be asked again', async () => {
    await add('once')
    await expect(add('once')).rejects.toThrow('UNIQUE')
    await expect(add('once')).rejects.toThrow('UNIQUE')
    expect(await add('once more')).toBe(1)
    await expect(
      db.transaction((tx) => db.execute('INSERT INTO things (name) VALUES (?)', ['once'], tx)),
    ).rejects.toThrow('UNIQUE')
    expect(await add('after a rollback')).toBe(1)
  })

  it('see a column that came after they were prepared', async () => {
    const all = () => db.select('SELECT * FROM things WHERE name = ?', ['once'])
    expect((await all())[0]).not.toHaveProperty('more')
    await db.execute("ALTER TABLE things ADD COLUMN more TEXT DEFAULT 'yes'")
    expect((await all())[0]).toMatchObject({ more: 'yes' })
  })

  it('are wanted with as many values as they have places', async () => {
    await expect(db.select('SELECT ? AS a, ? AS b', [1])).rejects.toThrow('2 values are wanted, 1 were given')
  })

  it('more of them than stay prepared, and longer ones, all answer', async () => {
    const answers = await Promise.all(
      Array.from(
        { length: 500 },
        async (_, at) => (await db.select(`SELECT ? + ${at} AS sum`, [at]))[0]?.sum,
      ),
    )
    expect(answers).toEqual(answers.map((_, at) => at * 2))
    const many = Array.from({ length: 300 }, (_, at) => at)
    const [row] = await db.select(`SELECT ${many.map(() => '?').join(' + ')} AS sum`, many)
    expect(row?.sum).toBe(44_850)
  })
})

it('a database with prepared statements closes, and its file can be opened again', async () => {
  const file = `sqlite:${path.join(folder, 'b.sqlite')}`
  const one = await openDatabase(file)
  await one.execute('CREATE TABLE t (id INTEGER)')
  await one.transaction((tx) => one.execute('INSERT INTO t VALUES (?)', [1], tx))
  const asked = one.select('SELECT id FROM t WHERE id = ?', [1])
  await asked
  await one.close()
  const other = await openDatabase(file)
  expect(await other.select('SELECT id FROM t')).toEqual([{ id: 1 }])
  // Nobody holds it any more: whoever writes need not wait.
  await other.execute('DROP TABLE t')
  await other.close()
})
